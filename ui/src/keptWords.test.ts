import { mockIPC } from '@tauri-apps/api/mocks'
import { flushSync, mount, unmount, type Component } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import { contextOf } from './state/acts'
import Title from './features/header/Title.svelte'
import StartTime from './features/header/StartTime.svelte'
import AuthorField from './features/settings/AuthorField.svelte'
import ImpactQuestion from './features/triage/ImpactQuestion.svelte'

let drawn: object | null = null
let drafts: Record<string, string>
let answer: (() => void) | null

const settled = () => new Promise((done) => setTimeout(done, 5))

/** Draws a field; the named command waits to be answered. */
async function draw<P extends Record<string, unknown>>(what: Component<P>, props: P, waiting = '') {
  answer = null
  drafts ??= {}
  mockIPC((name, args) => {
    const { key, text } = args as { key: string; text: string }
    if (name === 'load_draft') return drafts[key] ?? ''
    if (name === 'save_draft') drafts[key] = text
    if (name !== waiting) return null
    return new Promise((done) => (answer = () => done(null)))
  })
  drawn = mount(what, { target: document.body, props, context: contextOf('payments') })
  flushSync()
  await settled()
}

const field = (id: string) => document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`)!

function type(id: string, text: string) {
  field(id).value = text
  field(id).dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

const submit = (id: string) => field(id).closest('form')!.requestSubmit()

afterEach(async () => {
  if (drawn) await unmount(drawn)
  drawn = null
  drafts = {}
  document.body.replaceChildren()
})

const question = { question: 'scope', prompt: 'How many', hint: '', choices: ['All'], answer: null }

it('keeps what is half typed beside an answer that is picked', async () => {
  await draw(ImpactQuestion as never, { handle: 'payments', question } as never)
  type('impact-scope', 'about a third, mos')

  document.querySelector<HTMLElement>('.choice')!.click()
  await settled()

  expect(field('impact-scope').value).toBe('about a third, mos')
})

it('keeps what is typed on while an answer is being recorded', async () => {
  await draw(ImpactQuestion as never, { handle: 'payments', question } as never, 'answer_impact')
  type('impact-scope', 'about a third')
  submit('impact-scope')
  await settled()
  type('impact-scope', 'about a third, most in Europe')

  answer?.()
  await settled()

  expect(field('impact-scope').value).toBe('about a third, most in Europe')
})

it('keeps a start that is typed on while the one before is being set', async () => {
  await draw(StartTime, { since: 'since 14:05' }, 'set_start')
  field('since').click()
  flushSync()
  type('start-input', '14:0')
  submit('start-input')
  await settled()
  type('start-input', '14:02')

  answer?.()
  await settled()

  expect(field('start-input').value).toBe('14:02')
})

it('shows a title again as it was left when another incident came up', async () => {
  await draw(Title, { title: 'Payments failing' })
  field('title').click()
  flushSync()
  type('title-input', 'Payments failing in Eur')
  await unmount(drawn!)

  await draw(Title, { title: 'Payments failing' })

  expect(field('title-input').value).toBe('Payments failing in Eur')
})

it('keeps a name that is typed on while the one before is being saved', async () => {
  let saved: (() => void) | undefined
  await draw(AuthorField, { author: '@sam', onSave: () => new Promise<void>((done) => (saved = done)) })
  type('author-input', '@ana')
  submit('author-input')
  await settled()
  type('author-input', '@anabel')

  saved?.()
  await settled()

  expect(field('author-input').value).toBe('@anabel')
})
