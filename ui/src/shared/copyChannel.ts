import type { Acts } from '../state/acts'
import { confirmation } from '../state/confirmation.svelte'

export async function copyChannel(acts: Acts): Promise<void> {
  const channel = await acts.act('copy_channel', {})
  if (channel) confirmation.show(`Copied ${channel}. Open it in your chat and pin the first assessment; then say that it is open.`)
}
