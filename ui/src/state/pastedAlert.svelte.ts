import { call } from '../ipc'
import { place } from './place.svelte'

/** What an alert can look like at its first letters; what it is, Rust says. */
const MAYBE = /^\s*(```\w*\s*)?[[{"]|^\*{3,}|\bNotification Type:|"alerts"\s*:|\[FIRING:/

/** As long as one is read at all. */
const AT_MOST = 8_000_000

/** The alert that was pasted and is looked at before it counts. */
class PastedAlert {
  text = $state.raw('')

  /** Shows what an alert would become. */
  show(text: string): void {
    this.text = text
    place.alert()
  }

  /**
   * Takes what was pasted anywhere in the window, if it is surely an alert. Outside of a field nothing else takes a text; in one it
   * goes in as typed where it is none.
   */
  hear = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const field = fieldOf(event.target)
    if (field && !takesAlerts(field)) return
    if (text.length > AT_MOST || !MAYBE.test(text)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void call('is_alert', { text }).then((is) => {
      if (is) this.show(text)
      else if (field) insert(field, text)
      else this.show(text)
    })
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null

/** A line of words that is no place for a whole notification. */
const takesAlerts = (field: Field) => ['log-input', 'declare-line'].includes(field.id)

function insert(field: Field, text: string): void {
  field.focus()
  document.execCommand('insertText', false, text)
}

export const pastedAlert = new PastedAlert()
