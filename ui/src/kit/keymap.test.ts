import { describe, expect, it } from 'vitest'
import { actionOf, chordOf, severityOf, type Press } from './keymap'

const press = (chord: string, code?: string): Press => {
  const parts = chord.split('+')
  const key = parts.at(-1)!
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  return { key, ctrlKey: has('Ctrl'), altKey: has('Alt'), shiftKey: has('Shift'), metaKey: has('Meta'), ...(code ? { code } : {}) }
}

describe('the keyboard map', () => {
  it.each([
    ['Ctrl+n', { do: 'declare' }],
    ['Ctrl+1', { do: 'pane', number: 1 }],
    ['Ctrl+5', { do: 'pane', number: 5 }],
    ['Alt+ArrowUp', { do: 'incident', step: -1 }],
    ['Alt+ArrowDown', { do: 'incident', step: 1 }],
    ['Ctrl+k', { do: 'menu' }],
    ['F6', { do: 'region', step: 1 }],
    ['Shift+F6', { do: 'region', step: -1 }],
    ['Ctrl+.', { do: 'advance' }],
    ['Ctrl+j', { do: 'next' }],
    ['Ctrl+l', { do: 'log' }],
    ['Ctrl+Enter', { do: 'primary' }],
    ['Ctrl+Shift+C', { do: 'channel' }],
    ['Ctrl+t', { do: 'timeline' }],
    ['F2', { do: 'title' }],
    ['F8', { do: 'mend' }],
    ['Ctrl+q', { do: 'quit' }],
    ['Escape', { do: 'escape' }],
    ['Meta+j', { do: 'next' }],
  ])('%s', (chord, action) => expect(actionOf(press(chord))).toEqual(action))

  it.each(['a', 'Enter', 'Tab', 'Ctrl+c', 'Ctrl+Alt+1', 'Ctrl+Shift+n', 'Alt+x', 'ArrowUp'])('%s is left to the page', (chord) =>
    expect(actionOf(press(chord))).toBeNull(),
  )

  it('chooses a severity with Alt and a digit, whatever sign that types', () => {
    expect(severityOf(press('Alt+0'))).toBe('P0')
    expect(severityOf(press('Alt+¡', 'Digit1'))).toBe('P1')
    expect(severityOf(press('Alt+4'))).toBeNull()
    expect(severityOf(press('1'))).toBeNull()
  })
})

describe('a recorded chord', () => {
  it('is written as people write it', () => {
    expect(chordOf(press('Ctrl+Alt+ '))).toBe('Ctrl+Alt+Space')
    expect(chordOf(press('Ctrl+Shift+!', 'Digit1'))).toBe('Ctrl+Shift+1')
    expect(chordOf(press('Ctrl+Alt+F9'))).toBe('Ctrl+Alt+F9')
  })

  it('needs a modifier and a key', () => {
    expect(chordOf(press('a'))).toBeNull()
    expect(chordOf(press('Ctrl+Control'))).toBeNull()
  })
})
