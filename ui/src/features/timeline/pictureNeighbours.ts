import type { Picture } from '../../ipc/bindings/Picture'
import type { TimelineRow } from '../../ipc/bindings/TimelineRow'
import type { PicturePlace } from '../../state/place.svelte'

type PictureNeighbours = {
  row: TimelineRow | null
  picture: Picture | null
  place: number
  of: number
  before: PicturePlace | null
  after: PicturePlace | null
}

/** A picture of a timeline with its neighbours; none where its entry was undone meanwhile. */
export function pictureNeighbours(rows: TimelineRow[], at: PicturePlace): PictureNeighbours {
  const all = rows.flatMap((row) => row.pictures.map((picture, index) => ({ row, picture, at: { row: row.id, index } })))
  const here = all.findIndex((one) => one.at.row === at.row && one.at.index === at.index)
  const place = (index: number) => (here < 0 ? null : (all[index]?.at ?? null))
  return {
    row: all[here]?.row ?? null,
    picture: all[here]?.picture ?? null,
    place: here + 1,
    of: all.length,
    before: place(here - 1),
    after: place(here + 1),
  }
}
