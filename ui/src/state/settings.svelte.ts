import { call } from '../ipc'
import type { HotkeyState } from '../ipc/bindings/HotkeyState'
import type { Settings } from '../ipc/bindings/Settings'
import type { Theme } from '../ipc/bindings/Theme'

class SettingsStore {
  now = $state.raw<Settings | null>(null)
  hotkey = $state.raw<HotkeyState | null>(null)

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

  async save(change: Partial<Settings>): Promise<void> {
    if (!this.now) await this.load()
    this.now = await call('save_settings', { settings: { ...this.now!, ...change } })
    showTheme(this.now.theme)
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
