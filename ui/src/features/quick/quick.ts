import { call } from '../../ipc'
import type { Line } from '../../shared/entry/line.svelte'

/** Records the line; only when that is on disk does the window go, and what was done is answered if it stays. */
export async function send(line: Line, keepOpen: boolean): Promise<string | null> {
  const done = await line.submit()
  if (!done) return null
  // What was typed while it was being recorded is not hidden away.
  if (!keepOpen && line.empty) await call('hide_quick_entry')
  return done.message
}

/** Goes to the next active incident, or the one before. */
export async function nextTarget(line: Line, back: boolean): Promise<void> {
  const current = line.target ?? line.preview?.target?.handle ?? null
  const target = await call('next_quick_target', { current, back }).catch(() => null)
  if (!target) return
  line.target = target.handle
  await line.read()
}

/** Keeps the draft and gives the focus back to where it was. */
export async function putAway(line: Line): Promise<void> {
  await line.draft.save()
  await call('hide_quick_entry')
}
