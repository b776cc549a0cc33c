import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Refusal } from '../../ipc'
import { Versioned, type Write } from './versioned.svelte'

async function versioned(write: Write, kept = '') {
  const drafts: string[] = []
  mockIPC((name, args) => {
    if (name === 'save_draft') drafts.push((args as { text: string }).text)
    return name === 'load_draft' ? kept : null
  })
  const one = new Versioned('review:i:summary', write)
  await one.loaded
  return { one, drafts }
}

const meanwhile = () => Promise.reject(new Refusal({ code: 'written_meanwhile', message: 'Not saved yet.', hint: 'Both are kept.' }))

it('keeps each key on disk and writes over the version that was seen', async () => {
  const written: unknown[] = []
  const { one, drafts } = await versioned(async (...args) => (written.push(args), 'v2'))
  one.type('a', 'v1')
  one.type('ab', 'v9')
  await expect.poll(() => drafts.at(-1)).toBe(JSON.stringify({ text: 'ab', saw: 'v1' }))
  expect(await one.keep()).toBe(true)
  expect(written).toEqual([['ab', 'v1']])
  expect(one.written).toBe(false)
  await expect.poll(() => drafts.at(-1)).toBe('')
})

it('shows what was typed before a crash over what stands', async () => {
  const { one } = await versioned(async () => 'v2', JSON.stringify({ text: 'half a thought', saw: 'v1' }))
  expect(one.text('what stands')).toBe('half a thought')
})

it('an emptied text is typed, too', async () => {
  const written: unknown[] = []
  const { one } = await versioned(async (...args) => (written.push(args), 'v2'))
  one.type('', 'v1')
  expect(one.text('what stands')).toBe('')
  await one.keep()
  expect(written).toEqual([['', 'v1']])
})

it('what is typed on while it is written is typed over what was just written', async () => {
  const written: unknown[] = []
  const { one } = await versioned(async (...args) => {
    written.push(args)
    if (written.length === 1) one.type('ab', 'v1')
    return `v${written.length + 1}`
  })
  one.type('a', 'v1')
  await one.keep()
  expect([one.written, one.text('')]).toEqual([true, 'ab'])
  await one.keep()
  expect(written).toEqual([
    ['a', 'v1'],
    ['ab', 'v2'],
  ])
})

it('where another was written meanwhile both stay until one is chosen', async () => {
  const written: unknown[] = []
  let refuses = true
  const { one } = await versioned(async (...args) => (refuses ? meanwhile() : (written.push(args), 'v3')))
  one.type('mine', 'v1')
  expect(await one.keep()).toBe(false)
  expect([one.conflict, one.text('theirs')]).toEqual([true, 'mine'])
  expect(await one.keep()).toBe(false)
  refuses = false
  expect(await one.keepBoth('theirs', 'v2')).toBe(true)
  expect(written).toEqual([['theirs\n\nmine', 'v2']])
  expect(one.conflict).toBe(false)
})

it('takes theirs and gives up what was typed', async () => {
  const { one } = await versioned(meanwhile)
  one.type('mine', 'v1')
  await one.keep()
  one.takeTheirs()
  expect([one.conflict, one.written, one.text('theirs')]).toEqual([false, false, 'theirs'])
})
