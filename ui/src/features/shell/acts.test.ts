import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, describe, expect, it } from 'vitest'
import { onKeydown } from './keys'
import { doNext } from '../../shared/nextStep'
import { actsOn } from '../../state/acts'
import { confirmation } from '../../state/confirmation.svelte'
import { focus } from '../../state/focus.svelte'
import { Form } from '../../state/form.svelte'
import { incident } from '../../state/incident.svelte'
import { place } from '../../state/place.svelte'
import { statusChange } from '../../state/statusChange.svelte'

type Call = { name: string; handle: string }
let calls: Call[]
/** Answers what waits for an answer of this name. */
let answers: Map<string, (refused?: boolean) => void>

/** An incident is drawn at once; each of the named acts waits to be answered. */
async function draw(handle: string, ...waiting: string[]) {
  calls = []
  answers = new Map()
  mockIPC((name, args) => {
    const of = (args as { handle: string }).handle
    if (name === 'incident_screen') return { summary: { handle: of }, next_step: { action: { act: 'resolve' } } }
    if (name.startsWith('timeline')) return { revision: 0, from: 0, total: 0, rows: [] }
    calls.push({ name, handle: of })
    if (!waiting.includes(name)) return null
    return new Promise((done, fail) =>
      answers.set(name, (refused) => (refused ? fail({ code: 'no', message: 'Not done.', hint: 'Why.' }) : done(null))),
    )
  })
  await go(handle)
  calls = []
}

async function go(handle: string) {
  place.open(handle)
  await incident.show(handle)
}

const answer = (name: string, refused = false) => (answers.get(name)?.(refused), new Promise((done) => setTimeout(done)))

beforeEach(() => {
  focus.lapse()
  statusChange.close()
  confirmation.clear()
  document.body.innerHTML = ''
})

describe('an act', () => {
  it('goes to the incident it was pressed on, whatever is on the screen when it is called', async () => {
    await draw('payments')
    const pressed = actsOn('payments')
    await go('search')

    await doNext(pressed, { act: 'resolve' } as never)

    expect(calls.filter(({ name }) => name === 'resolve')).toEqual([{ name: 'resolve', handle: 'payments' }])
  })

  it('is none while the incident that was gone to is not drawn yet', async () => {
    await draw('payments')
    place.open('search')

    for (const key of ['j', 'Enter', '.']) onKeydown(new KeyboardEvent('keydown', { key, ctrlKey: true }))

    expect([calls, statusChange.to], 'what a key would have done was read off the screen of payments').toEqual([[], null])
  })

  it('is refused beside the incident it was for', async () => {
    await draw('payments', 'set_status')
    const moved = statusChange.moveTo(actsOn('payments'), 'Resolved')
    await go('search')

    await answer('set_status', true)
    await moved

    expect([statusChange.to, confirmation.line?.text]).toEqual([null, 'payments: Not done.'])
    expect(actsOn('payments').refusal?.message).toBe('Not done.')
    expect(actsOn('search').refusal).toBeNull()
  })

  it('takes nobody from the pane they went to meanwhile', async () => {
    await draw('payments', 'set_status')
    const moved = statusChange.moveTo(actsOn('payments'), 'Resolved')
    await go('search')

    await answer('set_status')
    await moved

    expect(place.pane).toBe('triage')
  })
})

describe('a late answer', () => {
  const form = () => new Form<string>('some', '')

  it('calls nobody back who went on to another field', async () => {
    document.body.innerHTML = '<form><input id="one" /></form><input id="other" />'
    document.getElementById('one')?.focus()
    await draw('payments')
    const one = form()
    const sent = one.send(async () => document.getElementById('other')?.focus())
    await sent

    one.goToField('one')
    one.goTo('log-input')

    expect([document.activeElement?.id, focus.wanted]).toEqual(['other', null])
  })

  it('calls nobody back from another incident', async () => {
    await draw('payments')
    const one = form()
    await one.send(() => go('search'))

    one.goTo('log-input')

    expect(focus.wanted).toBeNull()
  })

  it('moves the keyboard of somebody who waited', async () => {
    await draw('payments')
    const one = form()
    await one.send(async () => undefined)

    one.goTo('log-input')

    expect(focus.wanted).toBe('log-input')
  })
})
