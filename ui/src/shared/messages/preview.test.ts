import { mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import Preview from './Preview.svelte'

let app: ReturnType<typeof mount> | null = null

afterEach(async () => {
  if (app) await unmount(app)
  app = null
})

const found = { title: 'Password', why: '', found: 'hunter2', secret: true, offer: '', replace: [], newer: null, holds: null }

const shown = (found: unknown[]) => {
  const composed = { formatted: false, subject: 'Payments', pieces: [{ text: 'hunter2', look: 'plain' }], found }
  app = mount(Preview, { target: document.body, props: { composed: composed as never, changes: false } })
  return [...document.querySelectorAll('[data-testid=update-preview], [data-testid=update-subject]')]
}

it('lets the mouse take what the button would copy', () => {
  expect(shown([]).map((part) => part.classList.contains('selectable'))).toEqual([true, true])
})

it('lets the mouse take nothing that the button refuses', () => {
  const parts = shown([{ ...found, names_next_update: false, rewrite: null }])
  expect(parts.map((part) => part.classList.contains('selectable'))).toEqual([false, false])
})
