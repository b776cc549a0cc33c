import { describe, expect, it } from 'vitest'
import { clockName, pieces } from './markup'

const shape = (text: string, format: 'slack' | 'markdown' | 'plain') => pieces(text, format).map(({ text, as }) => [as, text])

describe('the preview', () => {
  it('dims the markup of Slack', () => {
    expect(shape('*Status:* Mitigating', 'slack')).toEqual([['mark', '*'], ['strong', 'Status:'], ['mark', '*'], ['text', ' Mitigating']])
  })

  it('dims the markup of Markdown', () => {
    expect(shape('## Now\n**Impact:** 2 * 3', 'markdown')).toEqual([
      ['mark', '## '], ['text', 'Now\n'], ['mark', '**'], ['strong', 'Impact:'], ['mark', '**'], ['text', ' 2 * 3'],
    ])
  })

  it('marks what is still to be filled, inside bold text too', () => {
    expect(shape('*Impact:* ‹Impact›', 'slack').at(-1)).toEqual(['gap', '‹Impact›'])
    expect(shape('*x ‹Impact›*', 'slack')).toEqual([['mark', '*'], ['strong', 'x '], ['gap', '‹Impact›'], ['mark', '*']])
  })

  it('leaves plain text as it is', () => {
    expect(shape('*not bold* 5 * 5', 'plain')).toEqual([['text', '*not bold* 5 * 5']])
  })

  it.each(['slack', 'markdown', 'plain'] as const)('never adds or loses a letter (%s)', (format) => {
    for (const text of ['', '**', '*a* **b** # c\n- d\n• e\n‹x› \\* f', '*a\nb*', '****', '‹', '*‹a› b* c*d*e', 'line  \n## x']) {
      expect(pieces(text, format).map((piece) => piece.text).join('')).toBe(text)
    }
  })
})

it('names the clock that copying restarts', () => {
  expect(clockName('P1 asks for one every 30 minutes.')).toBe('30-minute clock')
  expect(clockName('P2 asks for one every 2 hours.')).toBe('2-hour clock')
  expect(clockName('P3 asks for one daily.')).toBe('clock')
})
