import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import type { ComposeInput } from '../../ipc/bindings/ComposeInput'
import type { FoundView } from '../../ipc/bindings/FoundView'
import { Composer } from './composer.svelte'

function backend(calls: string[], saved: Record<string, string> = {}, outdated?: Partial<FoundView>) {
  mockIPC((name, args) => {
    calls.push(name)
    const given = args as { input: ComposeInput; key: string; text: string }
    if (name === 'load_draft') return saved[given.key] ?? ''
    if (name === 'save_draft') return ((saved[given.key] = given.text), null)
    if (name === 'usual_format_of') return 'slack'
    if (name === 'copy_update') return { id: 'u1', text: '', message: 'Copied' }
    if (name !== 'compose_update') return null
    const value = given.input.edits.next_steps ?? ''
    const field = { field: 'next_steps', label: 'Next steps', value, source: null, hint: '', multiline: true, missing: !value }
    const secret =
      given.input.replaced.length || !value.includes('key') ? [] : [{ title: 'Key', found: 'key', replace: [{ find: 'key', with: '' }] }]
    const found = outdated && !given.input.edits.current_state ? [outdated] : secret
    return {
      found,
      template: given.input.template,
      format: given.input.format,
      fields: [field],
      pieces: [{ text: value, look: 'text' }],
      length: { line: '3 of 4,000 characters', too_long: null },
      missing: value ? [] : ['next_steps'],
    }
  })
  return saved
}

it('asks for what is missing and copies nothing', async () => {
  const calls: string[] = []
  backend(calls)
  const composer = new Composer('h', 'status')
  await composer.show('status')
  expect(await composer.copy()).toBe(false)
  expect(calls).not.toContain('copy_update')
})

it('restores what was typed into each kind, and brings it back when it was not sent', async () => {
  const calls: string[] = []
  const saved = backend(calls, { 'update:h:status': '{"edits":{"next_steps":"Watch"}}' })
  const composer = new Composer('h', 'status')
  await composer.show('status')
  expect(composer.value('next_steps')).toBe('Watch')
  expect(await composer.copy()).toBe(true)
  expect(composer.value('next_steps')).toBe('')
  await expect.poll(() => saved['update:h:status']).toBe('')
  await composer.notSent()
  expect(composer.value('next_steps')).toBe('Watch')
  expect(calls).toContain('take_back_update')
})

it('copies with a field left open when told to', async () => {
  const calls: string[] = []
  backend(calls)
  const composer = new Composer('h', 'status')
  await composer.show('status')
  expect(await composer.copy(true)).toBe(true)
  expect(calls).toContain('copy_update')
})

it('opens each message in the form its audience got last', async () => {
  backend([])
  const composer = new Composer('h', 'status')
  await composer.shape('markdown')
  await composer.show('customer')
  expect(composer.format).toBe('slack')
})

it('copies nothing with something to look at, until it is mended or goes out as it is', async () => {
  const calls: string[] = []
  const saved = backend(calls)
  const composer = new Composer('h', 'status')
  await composer.show('status')
  await composer.edit('next_steps', 'the key')
  expect(await composer.copy()).toBe(false)
  expect(calls).not.toContain('copy_update')
  await composer.mend(composer.composed!.found[0]!)
  await expect.poll(() => JSON.parse(saved['update:h:status']!).replaced).toEqual([{ find: 'key', with: '' }])
  expect(composer.obstacles).toBe(0)
  expect(await composer.copy()).toBe(true)
  expect(calls).toContain('copy_update')
})

const OUTDATED: Partial<FoundView> = {
  title: 'Current state is older than what happened',
  replace: [],
  newer: { field: 'current_state', words: 'a third works' },
  holds: { field: 'current_state', words: 'half works' },
}

it.each([
  ['mend', 'a third works'],
  ['hold', 'half works'],
] as const)('copies no older words unseen: to %s them is one key', async (key, words) => {
  const calls: string[] = []
  const saved = backend(calls, { 'update:h:status': '{"edits":{"next_steps":"Watch"}}' }, OUTDATED)
  const composer = new Composer('h', 'status')
  await composer.show('status')
  expect(await composer.copy()).toBe(false)
  expect(calls).not.toContain('copy_update')
  await composer[key](composer.composed!.found[0]!)
  await expect.poll(() => JSON.parse(saved['update:h:status']!).edits.current_state).toBe(words)
  expect(await composer.copy()).toBe(true)
})
