import { expect, it } from 'vitest'
import { refuseLongPaste } from './longPaste'

function paste(length: number, long = false) {
  const field = document.createElement('textarea')
  if (long) field.dataset.long = ''
  document.body.append(field)
  let said = ''
  field.addEventListener('paste', (event) => (said = refuseLongPaste(event)))
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { getData: () => 'x'.repeat(length) } })
  field.dispatchEvent(event)
  return { said, kept: event.defaultPrevented }
}

it('keeps out what would stop the page, and says that nothing is lost', () => {
  expect(paste(64 * 1024)).toEqual({ said: '', kept: false })
  const { said, kept } = paste(10_000_000)
  expect(kept).toBe(true)
  expect(said).toBe('Not pasted: that is 10 MB, and this takes 66 kB. It is still on the clipboard; paste a part of it.')
})

it('lets long text into what is made for it', () => {
  expect(paste(1_000_000, true).kept).toBe(false)
  expect(paste(5_000_000, true).kept).toBe(true)
})
