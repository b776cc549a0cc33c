import { incident } from './incident.svelte'
import { overview } from './overview.svelte'
import { place } from './place.svelte'

/** What Rust says has changed: incidents by their handles, or more than these. */
type Changed = { handles: readonly string[]; everything: boolean }

/** Reads again what is shown where that has changed. A page that is hidden asks for nothing until it is seen again. */
class Changes {
  #missed = false
  #handles = new Set<string>()
  #everything = false

  /** Without a word on what has changed, it may be any incident. */
  hear = (changed: Changed | null): void => {
    this.#missed = true
    if (changed?.everything) this.#everything = true
    for (const handle of changed?.handles ?? [place.handle]) if (handle) this.#handles.add(handle)
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
