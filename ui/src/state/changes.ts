import type { Changed } from '../ipc/bindings/Changed'
import { incident } from './incident.svelte'
import { overview } from './overview.svelte'
import { place } from './place.svelte'

/** Reads again what is shown where that has changed. A page that is hidden asks for nothing until it is seen again. */
class Changes {
  #missed = false
  #handles = new Set<string>()
  #everything = false

  hear = ({ handles, everything }: Changed): void => {
    this.#missed = true
    this.#everything ||= everything
    for (const handle of handles) this.#handles.add(handle)
    this.see()
  }

  /** To be called whenever the page may have come into sight. */
  see(): void {
    if (document.hidden || !this.#missed) return
    void overview.refresh()
    if (this.#everything) void incident.reread()
    else if (place.handle && this.#handles.has(place.handle)) void incident.refresh()
    this.#missed = this.#everything = false
    this.#handles.clear()
  }
}

export const changes = new Changes()
