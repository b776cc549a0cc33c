import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import type { Picture } from '../../ipc/bindings/Picture'
import type { TimelinePicture } from '../../ipc/bindings/TimelinePicture'
import { pictureNeighbours } from './pictureNeighbours'
import { fitPicture } from '../../shared/entry/fitPicture'
import { Line } from '../../shared/entry/line.svelte'
import { Pictures } from '../../shared/entry/pictures.svelte'

const picture = (id: string): Picture => ({ id, width: 1600, height: 900 })
const pasted = (text: string) => ({ clipboardData: { getData: () => text } }) as unknown as ClipboardEvent

it('takes a picture only where no words are pasted, each once', async () => {
  const asked: string[] = []
  mockIPC((name) => (asked.push(name), name === 'paste_picture' ? picture('a') : ''))
  const pictures = new Pictures('log:h')
  expect(await pictures.paste(pasted('words'))).toBe(false)
  expect([asked, pictures.list]).toEqual([[], []])
  expect(await pictures.paste(pasted(''))).toBe(true)
  expect(await pictures.paste(pasted(''))).toBe(false)
  expect(pictures.list.map(({ id }) => id)).toEqual(['a'])
})

it('waits with Enter for a picture that is on its way, and keeps one that is pasted meanwhile', async () => {
  let give!: (picture: Picture) => void
  const sent: unknown[] = []
  mockIPC((name, args) => {
    if (name === 'paste_picture') return new Promise((resolve) => (give = resolve))
    if (name === 'submit_quick_entry')
      return (sent.push((args as { pictures: string[] }).pictures), { handle: 'h', message: 'Logged', declared: false })
    return ''
  })
  const line = new Line('log:h', { to: 'open', handle: 'h' })
  void line.pictures.paste(pasted(''))
  const submitted = line.submit()
  await expect.poll(() => give).toBeDefined()
  expect(sent).toEqual([])
  give(picture('a'))
  await submitted
  expect(sent).toEqual([['a']])
  expect(line.empty).toBe(true)
})

it('waits for all of several', async () => {
  const give: ((picture: Picture) => void)[] = []
  mockIPC((name) => (name === 'paste_picture' ? new Promise((resolve) => give.push(resolve)) : ''))
  const pictures = new Pictures('log:h')
  void pictures.paste(pasted(''))
  void pictures.paste(pasted(''))
  const ids = pictures.arrived.then(() => pictures.list.map(({ id }) => id))
  for (const id of ['a', 'b']) {
    await expect.poll(() => give.length).toBe(id === 'a' ? 1 : 2)
    give.at(-1)?.(picture(id))
  }
  expect(await ids).toEqual(['a', 'b'])
})

it('keeps the pictures of a line that is refused', async () => {
  mockIPC((name) => {
    if (name === 'paste_picture') return picture('a')
    return name === 'submit_quick_entry' ? Promise.reject({ code: 'storage', message: 'Not logged.', hint: '' }) : ''
  })
  const line = new Line('log:h', { to: 'open', handle: 'h' })
  void line.pictures.paste(pasted(''))
  expect(await line.submit()).toBeNull()
  expect(line.pictures.list.map(({ id }) => id)).toEqual(['a'])
  expect(line.refusal?.message).toBe('Not logged.')
})

it('brings back what was pasted before', async () => {
  mockIPC((name, args) =>
    name === 'load_draft' && (args as { key: string }).key === 'log:h:pictures' ? JSON.stringify({ list: [picture('a')] }) : '',
  )
  const pictures = new Pictures('log:h')
  await pictures.load()
  expect(pictures.list).toEqual([picture('a')])
})

it('draws a picture in its own shape and never larger than it is', () => {
  expect(fitPicture({ id: '', width: 1600, height: 900 }, 240, 150)).toEqual({ width: 240, height: 135 })
  expect(fitPicture({ id: '', width: 900, height: 1600 }, 240, 150)).toEqual({ width: 84, height: 150 })
  expect(fitPicture({ id: '', width: 20, height: 10 }, 240, 150)).toEqual({ width: 20, height: 10 })
  expect(fitPicture({ id: '', width: 24000, height: 1 }, 240, 150)).toEqual({ width: 240, height: 1 })
})

it('goes from picture to picture, over the entries that have none', () => {
  const of = (id: string, name: string): TimelinePicture => ({ id, picture: picture(name), time: '14:05', text: '', author: '' })
  const all = [of('1', 'a'), of('1', 'b'), of('3', 'c')]
  const middle = pictureNeighbours(all, { row: '1', index: 1 })
  expect([middle.place, middle.of, middle.before, middle.after]).toEqual([2, 3, { row: '1', index: 0 }, { row: '3', index: 0 }])
  expect(middle.shown?.picture.id).toBe('b')
  expect(pictureNeighbours(all, { row: '3', index: 0 }).after).toBeNull()
  expect(pictureNeighbours(all, { row: '2', index: 0 })).toMatchObject({ shown: null, before: null, after: null })
})
