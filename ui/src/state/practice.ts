import { call } from '../ipc'
import { incident } from './incident.svelte'
import { overview } from './overview.svelte'
import { place } from './place.svelte'

/** Goes into the practice folder and opens its incident. */
export async function startPractice(): Promise<void> {
  const handle = await call('start_practice')
  incident.leave()
  await overview.refresh()
  const open = handle ?? overview.now?.active[0]?.handle
  if (open) place.open(open)
}

/** Back to the real folder. */
export async function leavePractice(): Promise<void> {
  await call('leave_practice')
  incident.leave()
  await overview.refresh()
  const open = overview.now?.active[0]?.handle
  if (open) place.open(open)
  else place.quiet()
}
