import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { incident } from '../../state/incident.svelte'
import { NewAction } from './newAction.svelte'

async function newAction(refusal: object | null = null) {
  const drafts: string[] = []
  const added: unknown[] = []
  mockIPC((name, args) => {
    if (name === 'save_draft') drafts.push((args as { text: string }).text)
    if (name === 'load_draft') return JSON.stringify({ text: 'Alert on pool wait', due: '2w' })
    if (name === 'add_action' && refusal) throw refusal
    if (name === 'add_action') added.push((args as { input: unknown }).input)
    return null
  })
  await incident.show('h')
  const one = new NewAction('h')
  await one.loaded
  return { one, drafts, added }
}

it('brings back what was typed, adds it, and forgets it', async () => {
  const { one, drafts, added } = await newAction()
  expect(one.typed).toEqual({ text: 'Alert on pool wait', owner: '', due: '2w', priority: 'medium', kind: null })
  one.change({ owner: '@bo', priority: 'high' })
  expect(await one.add()).toBe(true)
  expect(added).toEqual([{ text: 'Alert on pool wait', owner: '@bo', due: '2w', priority: 'high', kind: null }])
  expect(one.typed.text).toBe('')
  await expect.poll(() => drafts.at(-1)).toBe('')
})

it('keeps what was typed when it is refused, and says which field it is about', async () => {
  const { one } = await newAction({ code: 'bad_due_date', message: 'Not added.', hint: 'Write it like 2w.' })
  expect(await one.add()).toBe(false)
  expect([one.wrong, one.typed.text, one.refusal?.hint]).toEqual(['due', 'Alert on pool wait', 'Write it like 2w.'])
  one.change({ due: '3w' })
  expect(one.wrong).toBe(null)
})
