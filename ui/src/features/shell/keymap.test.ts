import { describe, expect, it } from 'vitest'
import { press } from '../../testing/press'
import { actionOf } from './keymap'

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
    ['Shift+F8', { do: 'hold' }],
    ['F9', { do: 'security', isOne: true }],
    ['Shift+F9', { do: 'security', isOne: false }],
    ['Ctrl+q', { do: 'quit' }],
    ['Escape', { do: 'escape' }],
    ['Meta+j', { do: 'next' }],
  ])('%s', (chord, action) => expect(actionOf(press(chord))).toEqual(action))

  it.each(['a', 'Enter', 'Tab', 'Ctrl+c', 'Ctrl+Alt+1', 'Ctrl+Shift+n', 'Alt+x', 'ArrowUp'])('%s is left to the page', (chord) =>
    expect(actionOf(press(chord))).toBeNull(),
  )
})
