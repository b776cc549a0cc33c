import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Form } from './form.svelte'

async function form() {
  const drafts: string[] = []
  mockIPC((name, args) => {
    if (name === 'save_draft') drafts.push((args as { text: string }).text)
    return name === 'load_draft' ? JSON.stringify({ text: '502s on cards' }) : null
  })
  const one = new Form('finding:h', { text: '', since: '' })
  await one.loaded
  return { one, drafts }
}

it('brings back what was typed, sends it, and forgets it', async () => {
  const { one, drafts } = await form()
  one.change({ since: '-10m' })
  const sent: unknown[] = []
  expect(await one.send(async (typed) => sent.push(typed))).toBe(true)
  expect(sent).toEqual([{ text: '502s on cards', since: '-10m' }])
  expect(one.typed).toEqual({ text: '', since: '' })
  await expect.poll(() => drafts.at(-1)).toBe('')
})

it('keeps everything when it is refused, and what is typed on while it is sent', async () => {
  const { one } = await form()
  expect(await one.send(() => Promise.reject(new Error('no')))).toBe(false)
  expect([one.typed.text, one.refusal !== null]).toEqual(['502s on cards', true])
  await one.send(async () => one.change({ text: '502s on cards, all regions' }))
  expect(one.typed.text).toBe('502s on cards, all regions')
})
