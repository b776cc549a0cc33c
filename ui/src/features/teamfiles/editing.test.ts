import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import type { TeamFileInput } from '../../ipc/bindings/TeamFileInput'
import type { TeamFileSave } from '../../ipc/bindings/TeamFileSave'
import { Editing, rangeOf } from './editing.svelte'

const NAME = 'templates/status.j2'

/** A file on disk: its text and its state. */
function backend(disk: { text: string; stamp: string | null }, saved: Record<string, string> = {}) {
  const opened = () => ({ name: NAME, label: 'Status update', path: '', template: true, built_in: true, ...disk })
  mockIPC((name, args) => {
    const given = args as { key: string; text: string; input: TeamFileInput; save: TeamFileSave }
    if (name === 'load_draft') return saved[given.key] ?? ''
    if (name === 'save_draft') return ((saved[given.key] = given.text), null)
    if (name === 'team_file') return opened()
    if (name === 'look_at_team_file') {
      const bad = given.input.text.includes('titel')
      const problem = bad ? { line: 1, text: 'line 1: no such variable', meanwhile: '' } : null
      return {
        problem,
        render: bad ? null : { formatted: false, subject: null, pieces: [{ text: given.input.text, look: 'text' }] },
        filled_from: '',
        variables: [],
      }
    }
    if (name === 'set_team_file_aside') return (Object.assign(disk, { text: 'built in', stamp: null }), opened())
    if (name !== 'save_team_file') return null
    if (given.save.stamp !== disk.stamp) throw { code: 'team_file_changed', message: 'changed elsewhere', hint: '' }
    if (given.save.text.includes('titel') && !given.save.anyway) throw { code: 'team_file_faulty', message: 'line 1', hint: '' }
    return (Object.assign(disk, { text: given.save.text, stamp: `${Number(disk.stamp ?? 0) + 1}` }), opened())
  })
  return saved
}

async function open() {
  const editing = new Editing(NAME, null)
  await editing.open()
  return editing
}

it('keeps what is typed until it is saved', async () => {
  const disk = { text: 'built in', stamp: null }
  const saved = backend(disk)
  const editing = await open()
  await editing.type('ours')
  expect((await open()).text).toBe('ours')
  await editing.save()
  expect(disk.text).toBe('ours')
  expect([editing.typed, editing.saved]).toEqual([null, 'Saved, and in use.'])
  expect(saved[`team-file:${NAME}`]).toBe('')
})

it('leaves the last good render on screen while there is a problem', async () => {
  backend({ text: 'good', stamp: null })
  const editing = await open()
  await editing.type('titel')
  expect(editing.look?.problem?.line).toBe(1)
  expect(editing.render?.pieces[0]?.text).toBe('good')
})

it('saves a text with a problem only when told to', async () => {
  const disk = { text: 'good', stamp: null }
  backend(disk)
  const editing = await open()
  await editing.type('titel')
  await editing.save()
  expect([editing.refusal?.code, disk.text, editing.text]).toEqual(['team_file_faulty', 'good', 'titel'])
  await editing.save(true)
  expect([editing.refusal, disk.text]).toEqual([null, 'titel'])
})

it('notices a file that was written since the draft was begun, and saves over it only when told to', async () => {
  const disk: { text: string; stamp: string | null } = { text: 'good', stamp: '1' }
  backend(disk)
  await (await open()).type('mine')
  Object.assign(disk, { text: 'theirs', stamp: '2' })
  const editing = await open()
  expect(editing.text).toBe('mine')
  await editing.save()
  expect([editing.refusal?.code, disk.text]).toEqual(['team_file_changed', 'theirs'])
  await editing.saveOver()
  expect([editing.refusal, disk.text]).toEqual([null, 'mine'])
})

it('takes what is there in place of what was typed', async () => {
  const saved = backend({ text: 'theirs', stamp: '2' })
  const editing = await open()
  await editing.type('mine')
  await editing.takeThere()
  expect([editing.text, saved[`team-file:${NAME}`]]).toEqual(['theirs', ''])
})

it('shows what is built in once the file is set aside', async () => {
  backend({ text: 'ours', stamp: '1' })
  const editing = await open()
  await editing.setAside()
  expect([editing.text, editing.file?.stamp]).toEqual(['built in', null])
})

it('finds a line in a text', () => {
  expect(rangeOf('one\ntwo\n', 2)).toEqual([4, 7])
  expect(rangeOf('one', 1)).toEqual([0, 3])
  expect(rangeOf('one', 9)).toEqual([3, 3])
})
