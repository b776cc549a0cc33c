import { call } from '../ipc'
import { incident } from './incident.svelte'
import { confirmation } from './confirmation.svelte'

/** Copies a text and says so; a refusal stands where the incident's refusals do. */
export async function copyText(text: string, done: string): Promise<void> {
  await incident.run(async () => {
    await call('copy_text', { text })
    confirmation.show(done)
  })
}
