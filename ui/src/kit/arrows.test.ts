import { beforeEach, expect, it } from 'vitest'
import { arrows } from './arrows'

let list: HTMLElement

beforeEach(() => {
  document.body.innerHTML =
    '<div id="list"><button id="a"></button><button id="gone" disabled></button><input id="b" /><button id="c"></button></div>'
  list = document.getElementById('list')!
  list.addEventListener('keydown', arrows)
  document.getElementById('a')!.focus()
})

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  document.activeElement!.dispatchEvent(event)
  return event
}

it('goes down and up through the controls that work, round the ends', () => {
  const visited = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => (press(key), document.activeElement!.id))
  expect(visited).toEqual(['b', 'c', 'a', 'c'])
})

it('leaves every other key and chord alone', () => {
  for (const event of [press('Tab'), press('Enter'), press('ArrowDown', { altKey: true })]) expect(event.defaultPrevented).toBe(false)
  expect(document.activeElement!.id).toBe('a')
})
