// The only way to Rust. Nothing else in the page imports @tauri-apps.
import { convertFileSrc, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Commands } from './bindings/commands'
import type { Events } from './bindings/events'
import type { IpcError } from './bindings/IpcError'
import type { RunbookText } from './bindings/RunbookText'

type Args<K extends keyof Commands> = Commands[K]['args']
type Rest<K extends keyof Commands> = Record<never, never> extends Args<K> ? [] : [args: Args<K>]

export async function call<K extends keyof Commands>(name: K, ...rest: Rest<K>): Promise<Commands[K]['returns']> {
  try {
    return await invoke<Commands[K]['returns']>(name, rest[0] as Record<string, unknown> | undefined)
  } catch (error) {
    throw new Refusal(asIpcError(error))
  }
}

/** Hears an event; the answer stops it. */
export function on<E extends keyof Events>(event: E, heard: (payload: Events[E]) => void): Promise<() => void> {
  return listen<Events[E]>(event, (message) => heard(message.payload))
}

/** Where the page finds a picture; Rust answers there. */
export const pictureUrl = (id: string, size: 'small' | 'whole'): string => convertFileSrc(size === 'small' ? `${id}.small` : id, 'picture')

/** Where the page reads an image that stands in a runbook. */
export const runbookImageUrl = (text: RunbookText, url: string): string =>
  `${convertFileSrc('runbook', 'picture')}?${new URLSearchParams({ ...text, url })}`

/** A command that was refused: what was not done and what would work. */
export class Refusal extends Error {
  readonly code: string
  readonly hint: string

  constructor({ code, message, hint }: IpcError) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(asIpcError(error))
}

function asIpcError(error: unknown): IpcError {
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) return error as IpcError
  return { code: 'unknown', message: 'This was not done, and nothing was lost.', hint: String(error) }
}
