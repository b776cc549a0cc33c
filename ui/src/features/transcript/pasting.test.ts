import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { place } from '../../state/place.svelte'
import { EntriesOffer, takePasted } from '../../shared/transcript/entriesOffer.svelte'
import { Pasting } from './pasting.svelte'

const row = (text: string, more: object = {}) => ({
  at: '2026-11-24T14:05:00Z',
  time: '14:05 UTC',
  ago: '4 min ago',
  author: '@ana',
  text,
  guessed: false,
  duplicate: false,
  recordable: true,
  ticked: true,
  note: null,
  ...more,
})

const ROWS = [row('red'), row('green', { duplicate: true, ticked: false }), row('words', { at: null, recordable: false, ticked: false })]

type Args = { text: string; zone: string; lines: unknown[] }

function mocked(answers: Record<string, (args: Args) => unknown> = {}) {
  const asked: { name: string; args: Args }[] = []
  mockIPC((name, args) => {
    asked.push({ name, args: args as unknown as Args })
    if (answers[name]) return answers[name](args as unknown as Args)
    if (name === 'preview_transcript')
      return { format: 'Slack', summary: '', count: 1, masked: 0, masked_line: null, computer_zone: '+02:00', rows: ROWS }
    if (name === 'record_transcript') return { handle: 'h', ids: ['1'], message: 'Logged 1 entry' }
    return name === 'load_draft' ? 'left here' : null
  })
  return { all: (name: string) => asked.filter((one) => one.name === name).map(({ args }) => args) }
}

it('records what is ticked and nothing before', async () => {
  const calls = mocked()
  const pasting = new Pasting('h')
  await pasting.load('a\nb')
  expect([pasting.text, pasting.count]).toEqual(['a\nb', 1])
  pasting.tick(1, true)
  pasting.tick(2, true)
  expect(pasting.count).toBe(2)
  pasting.tick(0, false)
  expect(calls.all('record_transcript')).toEqual([])
  expect((await pasting.record())?.message).toBe('Logged 1 entry')
  expect(calls.all('record_transcript').map(({ lines }) => lines)).toEqual([
    [{ at: '2026-11-24T14:05:00Z', author: '@ana', text: 'green' }],
  ])
  await expect.poll(() => calls.all('save_draft').at(-1)?.text).toBe('')
})

it('brings back what was left, and keeps it when it is refused', async () => {
  const refusal = { code: 'locked', message: 'Nothing was recorded.', hint: 'Try again.' }
  let locked = true
  mocked({ record_transcript: () => (locked ? Promise.reject(refusal) : { handle: 'h', ids: ['1'], message: 'Logged 1 entry' }) })
  const pasting = new Pasting('h')
  await pasting.load('')
  expect(pasting.text).toBe('left here')
  expect(await pasting.record()).toBe(null)
  expect([pasting.text, pasting.refusal?.hint]).toEqual(['left here', 'Try again.'])
  locked = false
  expect((await pasting.record())?.message).toBe('Logged 1 entry')
  expect([pasting.text, pasting.refusal]).toEqual(['', null])
})

it('records nothing in a zone that is none', async () => {
  const calls = mocked({
    preview_transcript: ({ zone }) =>
      zone === '+0' ? Promise.reject({ code: 'bad_zone', message: 'No.', hint: '' }) : { format: 'Slack', rows: ROWS },
  })
  const pasting = new Pasting('h')
  await pasting.type('a')
  await pasting.choose('other', '+0')
  expect([pasting.refusal?.code, await pasting.record(), calls.all('record_transcript').length]).toEqual(['bad_zone', null, 0])
})

it('asks in the zone that is chosen, and forgets ticks once the text is another', async () => {
  const calls = mocked()
  const pasting = new Pasting('h')
  await pasting.type('a\nb')
  pasting.tick(0, false)
  await pasting.choose('local')
  await pasting.choose('other', '+05:30')
  expect(calls.all('preview_transcript').map(({ zone }) => zone)).toEqual(['UTC', 'local', '+05:30'])
  expect(pasting.count).toBe(0)
  await pasting.type('a\nb\nc')
  expect(pasting.count).toBe(1)
})

it('offers several lines with times, and takes them over only when asked', async () => {
  const calls = mocked()
  const offer = new EntriesOffer()
  await offer.look('h', 'one line', '')
  expect([offer.count, calls.all('preview_transcript').length]).toEqual([0, 0])
  await offer.look('h', 'a\nb', 'half a thought')
  expect([offer.count, place.dialog, takePasted()]).toEqual([1, null, ''])
  expect(offer.take()).toBe('half a thought')
  expect([offer.count, place.dialog, takePasted(), takePasted()]).toEqual([0, 'transcript', 'a\nb', ''])
})
