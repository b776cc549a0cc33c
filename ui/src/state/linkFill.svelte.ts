import type { LinkFill } from '../ipc/bindings/LinkFill'

/** What a link brought for the declaration's form, until the form has taken it. */
class LinkFills {
  #fill = $state.raw<LinkFill | null>(null)

  take(fill: LinkFill): void {
    this.#fill = fill
  }

  /** Whether something waits for the form. */
  get waits(): boolean {
    return this.#fill !== null
  }

  /** Gives it to the form, once. */
  hand(): LinkFill | null {
    const fill = this.#fill
    this.#fill = null
    return fill
  }
}

export const linkFill = new LinkFills()
