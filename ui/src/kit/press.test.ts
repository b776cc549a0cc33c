import { describe, expect, it } from 'vitest'
import { press } from '../testing/press'
import { chordOf } from './press'

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
