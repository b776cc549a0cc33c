import { incident } from '../state/incident.svelte'
import { confirmation } from '../state/confirmation.svelte'

export async function copyChannel(): Promise<void> {
  const channel = await incident.act('copy_channel', {})
  if (channel) confirmation.show(`Copied ${channel}`)
}
