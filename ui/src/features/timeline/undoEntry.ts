import { confirmation } from '../../state/confirmation.svelte'
import type { Acts } from '../../state/acts'

/** Undoes exactly this entry, and offers to bring it back. */
export async function undoEntry(acts: Acts, id: string): Promise<void> {
  await acts.actOrThrow('remove_entry', { id })
  confirmation.show('Undone', { label: 'Bring it back', id: 'bring-back', run: () => void bringBack(acts, id) })
}

async function bringBack(acts: Acts, id: string): Promise<void> {
  if ((await acts.act('restore_entry', { id })) !== undefined) confirmation.clear()
}
