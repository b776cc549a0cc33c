import { expect, it } from 'vitest'
import { Latest } from './latest'

function later<T>() {
  let answer!: (value: T) => void
  let refuse!: (error: unknown) => void
  const promise = new Promise<T>((resolve, reject) => ((answer = resolve), (refuse = reject)))
  return { promise, answer, refuse }
}

it('shows the newest answer, in whatever order they come', async () => {
  const latest = new Latest()
  const [first, second] = [later<string>(), later<string>()]
  const shown: string[] = []
  const asked = [first, second].map(({ promise }) =>
    latest.ask(
      () => promise,
      (answer) => shown.push(answer),
    ),
  )
  second.answer('new')
  first.answer('old')
  await Promise.all(asked)
  expect(shown).toEqual(['new'])
})

it('says nothing of an old refusal', async () => {
  const latest = new Latest()
  const [first, second] = [later<string>(), later<string>()]
  const shown: unknown[] = []
  const asked = [first, second].map(({ promise }) =>
    latest.ask(
      () => promise,
      (answer) => shown.push(answer),
      () => shown.push('refused'),
    ),
  )
  first.refuse(new Error('no'))
  second.answer('new')
  await Promise.all(asked)
  expect(shown).toEqual(['new'])
})

it('makes whoever asked first wait for the newest of many', async () => {
  const latest = new Latest()
  const [first, second, third] = [later<string>(), later<string>(), later<string>()]
  const shown: string[] = []
  const ask = ({ promise }: ReturnType<typeof later<string>>) =>
    latest.ask(
      () => promise,
      (answer) => shown.push(answer),
    )
  const done = ask(first).then(() => [...shown])
  void ask(second)
  first.answer('old')
  await first.promise.then(() => new Promise((turn) => setTimeout(turn)))
  void ask(third)
  second.answer('newer')
  await second.promise.then(() => new Promise((turn) => setTimeout(turn)))
  third.answer('newest')
  expect(await done).toEqual(['newest'])
})
