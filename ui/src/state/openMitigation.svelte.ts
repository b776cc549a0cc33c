/** The action of the catalogue that is open, of which incident: what the pane's Ctrl+Enter starts. */
class OpenMitigation {
  #at = $state.raw<{ handle: string; action: string } | null>(null)

  of(handle: string): string | null {
    return this.#at?.handle === handle ? this.#at.action : null
  }

  set(handle: string, action: string | null): void {
    this.#at = action === null ? null : { handle, action }
  }
}

export const openMitigation = new OpenMitigation()
