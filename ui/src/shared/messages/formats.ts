import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'

/** The forms that a message can be written in. */
export const FORMATS: { value: UpdateFormat; label: string; id: string }[] = [
  { value: 'slack', label: 'Slack', id: 'format-slack' },
  { value: 'teams', label: 'Teams', id: 'format-teams' },
  { value: 'markdown', label: 'Markdown', id: 'format-markdown' },
  { value: 'plain', label: 'Plain', id: 'format-plain' },
  { value: 'html', label: 'Mail', id: 'format-html' },
  { value: 'statuspage', label: 'Status page', id: 'format-statuspage' },
]
