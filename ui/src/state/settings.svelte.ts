import { call } from '../ipc'
import type { HotkeyState } from '../ipc/bindings/HotkeyState'
import type { Settings } from '../ipc/bindings/Settings'
import type { SettingsChange } from '../ipc/bindings/SettingsChange'
import type { Theme } from '../ipc/bindings/Theme'

class SettingsStore {
  now = $state.raw<Settings | null>(null)
  hotkey = $state.raw<HotkeyState | null>(null)
  #turn = 0

  async load(): Promise<void> {
    this.now = await call('settings')
    showTheme(this.now.theme)
  }

  async loadHotkey(): Promise<void> {
    this.hotkey = await call('hotkey_state')
  }

  /** Asks a desktop that alone gives keys; it may ask the person. */
  async askDesktopForKeys(): Promise<void> {
    this.hotkey = await call('bind_portal_shortcuts')
  }

  /** Sends what is to be another and nothing else. Of two answers the one to the later change is shown. */
  async save(change: SettingsChange): Promise<void> {
    const turn = ++this.#turn
    const kept = await call('change_settings', { change })
    if (turn === this.#turn) this.now = kept
    if (this.now) showTheme(this.now.theme)
    await this.loadHotkey()
  }
}

const light = () => window.matchMedia?.('(prefers-color-scheme: light)')

/** Sets the colours; `system` follows the desktop, also while it changes. */
export function showTheme(theme: Theme): void {
  const query = light()
  const show = () => {
    document.documentElement.dataset.theme = theme === 'system' ? (query?.matches ? 'light' : 'dark') : theme
  }
  if (query) query.onchange = theme === 'system' ? show : null
  show()
}

export const settings = new SettingsStore()
