import { call } from '../../ipc'
import type { TeamFileLook } from '../../ipc/bindings/TeamFileLook'
import type { TeamFileText } from '../../ipc/bindings/TeamFileText'
import type { TemplateRender } from '../../ipc/bindings/TemplateRender'
import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { Question } from '../../state/question'

/** What was typed, and the state of the file it was typed over. */
type Kept = { text: string | null; stamp: string | null }

/** Edits one of the team's files. What is typed is here at once and kept as a draft; Rust says what it would be. */
export class Editing extends Attempt {
  readonly name: string
  readonly handle: string | null
  file = $state.raw<TeamFileText | null>(null)
  format = $state<UpdateFormat>('slack')
  look = $state.raw<TeamFileLook | null>(null)
  /** The last render without a problem, which stays while the text is being mended. */
  render = $state.raw<TemplateRender | null>(null)
  saved = $state<string | null>(null)
  readonly #draft: Draft<Kept>
  #stamp: string | null = null
  #question = new Question()

  constructor(name: string, handle: string | null) {
    super()
    this.name = name
    this.handle = handle
    this.#draft = new Draft<Kept>(this, `team-file:${name}`, { text: null, stamp: null })
  }

  /** What is typed; none while it is as in the file. */
  get typed(): string | null {
    return this.#draft.value.text
  }

  get text(): string {
    return this.typed ?? this.file?.text ?? ''
  }

  /** Opens the file with what was typed over it before. A file that was written since then is found out when saving. */
  async open(): Promise<void> {
    await this.run(async () => {
      const [file] = await Promise.all([call('team_file', { name: this.name }), this.#draft.load()])
      this.#show(file)
      if (this.typed !== null) this.#stamp = this.#draft.value.stamp
    })
    await this.check()
  }

  async type(text: string): Promise<void> {
    const same = text === this.file?.text
    if (same) this.#stamp = this.file?.stamp ?? null
    this.clear()
    this.saved = null
    await Promise.all([this.#keep(same ? null : text), this.check()])
  }

  async shape(format: UpdateFormat): Promise<void> {
    this.format = format
    await this.check()
  }

  check(): Promise<void> {
    if (!this.file) return Promise.resolve()
    const input = { name: this.name, text: this.text, format: this.format, handle: this.handle }
    return this.#question.ask(
      () => call('look_at_team_file', { input }),
      (look) => {
        this.look = look
        this.render = look.render ?? this.render
      },
      this.refuse,
    )
  }

  /** Saves what is typed. A text with a problem is saved only `anyway`. */
  save(anyway = false): Promise<boolean> {
    const text = this.text
    return this.#write(
      () => call('save_team_file', { save: { name: this.name, text, stamp: this.#stamp, anyway } }),
      text,
      anyway ? 'Saved as it is.' : 'Saved, and in use.',
    )
  }

  /** Saves over what somebody else wrote meanwhile. */
  async saveOver(): Promise<void> {
    const there = await this.run(async () => (this.#stamp = (await call('team_file', { name: this.name })).stamp))
    if (there) await this.save()
  }

  /** Takes the file as it is now, in place of what was typed. */
  async takeThere(): Promise<void> {
    await this.run(async () => {
      this.#show(await call('team_file', { name: this.name }))
      await this.#keep(null)
    })
    await this.check()
  }

  /** Sets the file aside, so that what is built in holds. */
  setAside(): Promise<boolean> {
    return this.#write(
      () => call('set_team_file_aside', { name: this.name, stamp: this.#stamp }),
      this.text,
      'Set aside. The file is kept beside it, as .old.',
    )
  }

  async #write(writing: () => Promise<TeamFileText>, sent: string, said: string): Promise<boolean> {
    const done = await this.runOnce(async () => {
      this.#show(await writing())
      this.saved = said
      // What was typed while it was on its way is not saved yet.
      await this.#keep(this.typed === sent ? null : this.typed)
    })
    await this.check()
    return done
  }

  #show(file: TeamFileText): void {
    this.file = file
    this.#stamp = file.stamp
  }

  #keep(text: string | null): Promise<void> {
    return this.#draft.set({ text, stamp: text === null ? null : this.#stamp })
  }
}

/** Where a line (from 1) begins and ends in a text. */
export function rangeOf(text: string, line: number): [start: number, end: number] {
  const lines = text.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return [Math.min(start, text.length), Math.min(start + (lines[line - 1]?.length ?? 0), text.length)]
}
