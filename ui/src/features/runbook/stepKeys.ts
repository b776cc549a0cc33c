import type { RunStepState } from '../../ipc/bindings/RunStepState'

const KEYS: Record<string, RunStepState> = { KeyD: 'done', KeyF: 'failed', KeyS: 'skipped', KeyR: 'rolled_back' }

/** What Alt with a letter says of the step that is open, by its place on the keyboard: Option types another sign on macOS. */
export function stepKeyOf({ altKey, ctrlKey, metaKey, shiftKey, repeat, code }: KeyboardEvent): RunStepState | null {
  return altKey && !ctrlKey && !metaKey && !shiftKey && !repeat ? (KEYS[code] ?? null) : null
}
