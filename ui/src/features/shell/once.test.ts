import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Form } from '../../state/form.svelte'
import { incident } from '../../state/incident.svelte'
import { takePrimary } from '../../state/paneKeys'
import { place } from '../../state/place.svelte'
import { beforeKeydown, beforeMouse, held, onKeydown } from './keys'

const settled = () => new Promise((done) => setTimeout(done))

function press(key: string, more: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  target.dispatchEvent(event)
  return event
}

const letGo = () => held.up(new KeyboardEvent('keyup', { key: 'Enter' }))

const controlEnter = async () => (press('Control', { ctrlKey: true }), press('Enter', { ctrlKey: true }), letGo(), await settled())

beforeEach(() => {
  document.body.innerHTML = ''
  window.addEventListener('keydown', beforeKeydown, { capture: true })
  window.addEventListener('keydown', onKeydown)
  beforeMouse()
  letGo()
  return () => {
    window.removeEventListener('keydown', beforeKeydown, { capture: true })
    window.removeEventListener('keydown', onKeydown)
  }
})

describe('Ctrl+Enter', () => {
  it('does what the pane offers once, however often it is pressed', async () => {
    const act = vi.fn(async () => true)
    const free = takePrimary(act)

    await controlEnter()
    await controlEnter()

    expect(act).toHaveBeenCalledTimes(1)
    free()
  })

  it('does nothing to the pane that comes after', async () => {
    const [resolve, complete] = [vi.fn(async () => true), vi.fn(async () => true)]
    const free = takePrimary(resolve)
    await controlEnter()
    free()
    const freeNext = takePrimary(complete)

    await controlEnter()

    expect([resolve.mock.calls.length, complete.mock.calls.length]).toEqual([1, 0])
    freeNext()
  })

  it.each([
    ['another key', () => press('a')],
    ['the mouse', () => beforeMouse()],
  ])('counts again after %s', async (_, between) => {
    const act = vi.fn(async () => true)
    const free = takePrimary(act)

    await controlEnter()
    between()
    await controlEnter()

    expect(act).toHaveBeenCalledTimes(2)
    free()
  })
})

describe('Ctrl+Enter, once more,', () => {
  it('may be tried again where it was refused', async () => {
    const act = vi.fn(async () => false)
    const free = takePrimary(act)

    await controlEnter()
    await controlEnter()

    expect(act).toHaveBeenCalledTimes(2)
    free()
  })

  it('sends a form again that was refused, and not one that was recorded', async () => {
    const form = new Form<string>('a form', '')
    const record = vi.fn().mockRejectedValueOnce({ code: 'storage', message: 'Locked.', hint: 'Again.' }).mockResolvedValue(null)
    document.body.innerHTML = '<form><input></form>'
    document.querySelector('form')!.addEventListener('submit', (event) => (event.preventDefault(), void form.send(record)))
    document.querySelector('input')!.focus()

    await controlEnter()
    await controlEnter()
    await controlEnter()

    expect(record).toHaveBeenCalledTimes(2)
  })

  it('is never the next step, which has a key of its own', async () => {
    const called: string[] = []
    mockIPC((name) => {
      called.push(name)
      return name === 'incident_screen' ? { summary: { handle: 'h' }, next_step: { action: { act: 'open_channel' } } } : null
    })
    place.open('h')
    await incident.show('h')

    await controlEnter()

    expect(called).not.toContain('open_channel')
  })
})

describe('Enter that is held', () => {
  it('is one press', () => {
    const heard = vi.fn()
    document.body.innerHTML = '<button>Undo</button>'
    const button = document.querySelector('button')!
    button.addEventListener('keydown', heard)

    press('Enter', {}, button)
    const [second, third] = [press('Enter', {}, button), press('Enter', { repeat: true }, button)]

    expect([heard.mock.calls.length, second.defaultPrevented, third.defaultPrevented]).toEqual([1, true, true])
  })

  it('is pressed again once it was let go', () => {
    expect([press('Enter'), (letGo(), press('Enter'))].map(({ defaultPrevented }) => defaultPrevented)).toEqual([false, false])
  })

  it('still breaks lines in a text', () => {
    document.body.innerHTML = '<textarea></textarea>'
    const area = document.querySelector('textarea')!

    press('Enter', {}, area)

    expect(press('Enter', { repeat: true }, area).defaultPrevented).toBe(false)
  })
})
