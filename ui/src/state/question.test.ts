import { expect, it } from 'vitest'
import { Question } from './question'

/** Asks a question that is answered by hand, and notes what was asked and what was shown. */
function bench(question = new Question()) {
  const asked: string[] = []
  const shown: string[] = []
  const answers = new Map<string, { answer: () => void; refuse: () => void }>()
  const ask = (name: string) =>
    question.ask(
      () => {
        asked.push(name)
        return new Promise<string>((resolve, reject) =>
          answers.set(name, { answer: () => resolve(name), refuse: () => reject(new Error(name)) }),
        )
      },
      (answer) => shown.push(answer),
      () => shown.push(`${name} refused`),
    )
  const turn = () => new Promise((done) => setTimeout(done))
  const answer = (name: string) => (answers.get(name)!.answer(), turn())
  const refuse = (name: string) => (answers.get(name)!.refuse(), turn())
  return { question, asked, shown, ask, answer, refuse }
}

it('has one question under way and one waiting, the newest', async () => {
  const { ask, answer, asked, shown } = bench()

  for (const name of ['first', 'second', 'third', 'fourth']) void ask(name)
  expect(asked).toEqual(['first'])
  await answer('first')
  expect(asked).toEqual(['first', 'fourth'])
  await answer('fourth')

  expect(shown, 'what was overtaken is about older words').toEqual(['fourth'])
})

it('shows each answer about the same thing, so that a burst is drawn while it lasts', async () => {
  const { ask, answer, asked, shown } = bench(new Question('shown'))

  for (const name of ['first', 'second', 'third']) void ask(name)
  await answer('first')
  await answer('third')

  expect([asked, shown]).toEqual([
    ['first', 'third'],
    ['first', 'third'],
  ])
})

it('makes whoever asked wait for an answer that is no older than the question', async () => {
  const { ask, answer, shown } = bench()

  void ask('first')
  const done = ask('second').then(() => [...shown])
  void ask('third')
  await answer('first')
  await answer('third')

  expect(await done).toEqual(['third'])
})

it('says nothing of an old refusal, and goes on after one', async () => {
  const { ask, answer, refuse, shown } = bench()

  void ask('first')
  void ask('second')
  await refuse('first')
  await answer('second')
  void ask('third')
  await refuse('third')

  expect(shown).toEqual(['second', 'third refused'])
})

it('asks at once about something else, whatever is still under way', async () => {
  const { question, ask, answer, asked, shown } = bench(new Question('shown'))

  void ask('first')
  void ask('second')
  question.forget()
  void ask('other')
  expect(asked).toEqual(['first', 'other'])
  void ask('another')
  await answer('first')
  expect(asked, 'one at a time').toEqual(['first', 'other'])
  await answer('other')
  await answer('another')

  expect(shown).toEqual(['other', 'another'])
})
