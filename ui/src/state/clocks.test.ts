import { expect, it } from 'vitest'
import type { DeadlineClock } from '../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../ipc/bindings/IncidentClock'
import { clocks } from './clocks.svelte'

const deadline = (key: string, snoozed: string | null = null) => ({ key, snoozed }) as DeadlineClock

function nextOf(...deadlines: DeadlineClock[]): string | undefined {
  clocks.tick({ utc: '14:42:10', incidents: [{ handle: 'h', deadlines } as IncidentClock] })
  return clocks.nextDue('h')?.key
}

it('says what is due next, and passes over what was silenced while something else asks', () => {
  expect(nextOf(deadline('update'), deadline('review'))).toBe('update')
  expect(nextOf(deadline('update', 'for good'), deadline('review'))).toBe('review')
  expect(nextOf(deadline('update', 'for good'))).toBe('update')
  expect(nextOf()).toBeUndefined()
})
