import type { HypothesisState } from '../../ipc/bindings/HypothesisState'
import type { IconName } from '../../kit/icons'

/** The glyph beside the word. */
export const STATE_GLYPHS: Record<HypothesisState, IconName> = { open: 'ring', testing: 'half', ruled_out: 'slashed', confirmed: 'solid' }
