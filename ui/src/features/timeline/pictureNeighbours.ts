import type { TimelinePicture } from '../../ipc/bindings/TimelinePicture'
import type { PicturePlace } from '../../state/place.svelte'

type PictureNeighbours = {
  shown: TimelinePicture | null
  place: number
  of: number
  before: PicturePlace | null
  after: PicturePlace | null
}

/** A picture of a timeline with its neighbours; none where its entry was undone meanwhile. */
export function pictureNeighbours(all: readonly TimelinePicture[], at: PicturePlace): PictureNeighbours {
  const first = all.findIndex(({ id }) => id === at.row)
  const here = all[first + at.index]?.id === at.row ? first + at.index : -1
  const place = (index: number) => (here < 0 || !all[index] ? null : placeOf(all, index))
  return { shown: all[here] ?? null, place: here + 1, of: all.length, before: place(here - 1), after: place(here + 1) }
}

function placeOf(all: readonly TimelinePicture[], index: number): PicturePlace {
  const row = all[index]!.id
  return { row, index: index - all.findIndex(({ id }) => id === row) }
}
