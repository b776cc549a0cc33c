import type { Notice } from '../../ipc/bindings/Notice'
import type { NoticeKind } from '../../ipc/bindings/NoticeKind'
import { call } from '../../ipc'
import type { IconName } from '../../kit/icons'
import { incident } from '../../state/incident.svelte'
import { overview } from '../../state/overview.svelte'
import { focus } from '../../state/focus.svelte'
import { place } from '../../state/place.svelte'
import { settings } from '../../state/settings.svelte'

export const NOTICE_ICONS: Record<NoticeKind, IconName> = {
  hotkey: 'keyboard',
  key_offer: 'keyboard',
  key_steps: 'keyboard',
  notifications: 'bellOff',
  tray: 'tray',
  reminder: 'clock',
  storage: 'disk',
  data_folder: 'disk',
  stumble: 'clock',
  name: 'tray',
  alert_source: 'bellOff',
  link: 'warning',
}

type Act = { label: string; run: () => unknown }

/** The one action that belongs to a notice; one without any can only be put away. */
export function actOf(notice: Notice): Act | null {
  switch (notice.kind) {
    case 'hotkey':
      return { label: 'Choose a key', run: chooseKey }
    case 'key_offer':
      return { label: 'Ask this desktop for the keys', run: () => settings.askDesktopForKeys() }
    case 'key_steps':
      return { label: 'Show the steps', run: chooseKey }
    case 'notifications':
      return { label: 'Send a test', run: () => call('send_test_notification') }
    case 'storage':
      return { label: 'Try again', run: () => Promise.all([overview.refresh(), incident.refresh()]) }
    case 'reminder':
      return { label: 'Open', run: () => call('follow_reminder', { key: notice.subject }) }
    case 'alert_source':
      return { label: 'Look at it', run: () => place.settings() }
    case 'link':
    case 'data_folder':
    case 'stumble':
    case 'tray':
    case 'name':
      return null
  }
}

function chooseKey(): void {
  place.settings()
  focus.ask('hotkey-input')
}
