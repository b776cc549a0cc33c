import { call } from '../ipc'
import type { Acts } from './acts'
import { confirmation } from './confirmation.svelte'

/** Copies a text and says so; a refusal stands where the incident's refusals do. */
export async function copyText(acts: Acts, text: string, done: string): Promise<void> {
  await acts.run(async () => {
    await call('copy_text', { text })
    confirmation.show(done)
  })
}
