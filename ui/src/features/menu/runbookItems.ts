import type { RunbookRow } from '../../ipc/bindings/RunbookRow'
import { place } from '../../state/place.svelte'
import type { Item } from './item'

/** Each runbook, opened to be read. */
export const runbookItems = (rows: readonly RunbookRow[]): Item[] =>
  rows.map(({ path, title, verified_days: days }) => ({
    section: 'runbooks',
    label: title,
    aside: days === null ? 'never verified' : `verified ${days} d ago`,
    icon: 'book',
    also: `${path} runbook`,
    run: () => place.runbooks(path),
  }))
