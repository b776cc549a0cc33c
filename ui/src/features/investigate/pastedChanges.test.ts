import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { incident } from '../../state/incident.svelte'
import { PastedChanges } from './pastedChanges.svelte'

const row = (at: string | null, text: string, recordable = true) => ({ at, text, recordable, author: '@li', time: '' })
const TEXT = '13:40 cards flag on\n13:45 pool 20'

async function pasted(refused?: object) {
  const calls: [string, Record<string, unknown>][] = []
  mockIPC((name, args) => {
    calls.push([name, args as Record<string, unknown>])
    if (name === 'note_changes' && refused) throw refused
    if (name === 'preview_transcript')
      return { rows: [row('2026-11-23T13:40:00Z', 'cards\nflag on'), row(null, 'words'), row('2026-11-23T23:00:00Z', 'later', false)] }
    return null
  })
  await incident.show('h')
  return { one: new PastedChanges('h'), of: (name: string) => calls.filter(([called]) => called === name).map(([, args]) => args) }
}

it('shows the lines with a time first and notes them when asked', async () => {
  const { one, of } = await pasted()
  await one.look(TEXT, 'typed')
  expect([one.rows.length, of('note_changes')]).toEqual([1, []])
  expect(await one.note('flag')).toBe('typed')
  expect(of('note_changes')).toEqual([
    {
      handle: 'h',
      inputs: [
        {
          change: 'flag',
          summary: 'cards flag on',
          at: '2026-11-23T13:40:00Z',
          reference: null,
          repository: null,
          by: '@li',
          suspect: false,
        },
      ],
    },
  ])
  expect(one.rows).toEqual([])
})

it('leaves one line to the field', async () => {
  const { one, of } = await pasted()
  await one.look('13:40 cards flag on\n', '')
  expect(of('preview_transcript')).toEqual([])
})

it('keeps them and says why when they are refused', async () => {
  const { one } = await pasted({ code: 'storage', message: 'Not noted.', hint: '' })
  await one.look(TEXT, '')
  expect(await one.note('flag')).toBeNull()
  expect([one.rows.length, one.refusal?.message]).toEqual([1, 'Not noted.'])
})
