import type { TimelineKind } from '../ipc/bindings/TimelineKind'
import type { IconName } from '../kit/icons'

/** The glyph of each kind of entry. */
export const GLYPHS: Record<TimelineKind, IconName> = {
  declared: 'flag',
  note: 'note',
  decision: 'decision',
  status: 'arrow',
  severity: 'severity',
  role: 'person',
  impact: 'target',
  people: 'people',
  update: 'plane',
  clock: 'clock',
  finding: 'target',
  change: 'sliders',
  investigation: 'list',
  hypothesis: 'ring',
  mitigation: 'shield',
  command: 'prompt',
  runbook: 'book',
  alert: 'bell',
  verification: 'check',
  review: 'document',
  from_newer: 'half',
}
