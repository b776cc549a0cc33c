import { describe, expect, it } from 'vitest'
import { stretches } from './redactMarks'

describe('what stands for others in a copy', () => {
  it('is told apart wherever it stands, the longer before the shorter', () => {
    const words = ['host 1', 'host 12', 'the Technical Lead']

    expect(stretches('The Technical Lead saw host 12 and host 1.', words)).toEqual([
      { text: 'The Technical Lead', word: 2 },
      { text: ' saw ' },
      { text: 'host 12', word: 1 },
      { text: ' and ' },
      { text: 'host 1', word: 0 },
      { text: '.' },
    ])
  })

  it('is no part of another word', () => {
    expect(stretches('ghost 1 and host 123', ['host 1'])).toEqual([{ text: 'ghost 1 and host 123' }])
  })

  it('may hold any sign', () => {
    expect(stretches('a (b) c', ['(b)'])).toEqual([{ text: 'a ' }, { text: '(b)', word: 0 }, { text: ' c' }])
    expect(stretches('plain', [])).toEqual([{ text: 'plain' }])
  })
})
