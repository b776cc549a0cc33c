import { expect, it } from 'vitest'
import { Attempt } from './attempt.svelte'

const refused = () => Promise.reject({ code: 'storage', message: 'Not done.', hint: 'Try again.' })

it('says whether it was done, and keeps why it was not until something is', async () => {
  const attempt = new Attempt()

  expect(await attempt.run(refused)).toBe(false)
  expect([attempt.refusal?.message, attempt.refusal?.hint, attempt.busy]).toEqual(['Not done.', 'Try again.', false])

  expect(await attempt.run(async () => {})).toBe(true)
  expect(attempt.refusal).toBeNull()
})

it('does once what is pressed twice', async () => {
  const attempt = new Attempt()
  let release!: () => void
  let done = 0
  const act = () => (done++, new Promise<void>((resolve) => (release = resolve)))

  const [first, second] = [attempt.runOnce(act), attempt.runOnce(act)]
  expect(attempt.busy).toBe(true)
  release()

  expect(await Promise.all([first, second])).toEqual([true, false])
  expect([done, attempt.busy]).toEqual([1, false])
})

it('keeps what was refused meanwhile', async () => {
  const attempt = new Attempt()

  await attempt.run(async () => attempt.refuse({ code: 'storage', message: 'Not read.', hint: '' }))

  expect(attempt.refusal?.message).toBe('Not read.')
})
