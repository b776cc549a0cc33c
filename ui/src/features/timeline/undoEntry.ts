import { call } from '../../ipc'
import { confirmation } from '../../state/confirmation.svelte'
import { incident } from '../../state/incident.svelte'

/** Undoes exactly this entry, and offers to bring it back. */
export async function undoEntry(handle: string, id: string): Promise<void> {
  await call('remove_entry', { handle, id })
  confirmation.show('Undone', { label: 'Bring it back', id: 'bring-back', run: () => void bringBack(handle, id) })
}

async function bringBack(handle: string, id: string): Promise<void> {
  if (!(await incident.run(() => call('restore_entry', { handle, id })))) return
  confirmation.clear()
  await incident.refresh()
}
