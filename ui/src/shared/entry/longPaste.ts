/** As much as an entry holds; longer text blocks the page while it is laid out. */
const AT_MOST = 64 * 1024
/** What a field that is made for long text takes: a transcript, a team's file. */
const LONG_AT_MOST = 4 * 1024 * 1024

/** What is kept beside an entry. */
const ATTACHED_AT_MOST = 2 * 1024 * 1024

/** How much a field takes at a time. A textarea with `data-long` is made for long text. */
const takes = (target: EventTarget | null) => (target instanceof HTMLElement && target.dataset.long !== undefined ? LONG_AT_MOST : AT_MOST)

export const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 100_000) / 10} MB`)

/** What was pasted into an entry's line and is too long for it, but can be kept beside an entry; empty for anything else. */
export const attachable = (text: string) => (text.length > AT_MOST && text.length <= ATTACHED_AT_MOST ? text : '')

/**
 * Keeps text out of a field that would stop the page over it, and says so: nothing is lost, it is still on the clipboard.
 * Whoever offers something else for it, as entries of their own, still sees the event.
 */
export function refuseLongPaste(event: ClipboardEvent): string {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const atMost = takes(event.target)
  if (text.length <= atMost) return ''
  event.preventDefault()
  return `Not pasted: that is ${size(text.length)}, and this takes ${size(atMost)}. It is still on the clipboard; paste a part of it.`
}
