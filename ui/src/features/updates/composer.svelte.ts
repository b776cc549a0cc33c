import { call } from '../../ipc'
import type { ComposeInput } from '../../ipc/bindings/ComposeInput'
import type { ComposedUpdate } from '../../ipc/bindings/ComposedUpdate'
import type { CopiedUpdate } from '../../ipc/bindings/CopiedUpdate'
import type { FoundView } from '../../ipc/bindings/FoundView'
import type { UpdateField } from '../../ipc/bindings/UpdateField'
import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { actsOn, type Acts } from '../../state/acts'
import { incident } from '../../state/incident.svelte'
import { Question } from '../../state/question'

/** What was typed for a message and not sent yet. */
type Typed = Pick<ComposeInput, 'edits' | 'replaced' | 'names_next_update'>

const NOTHING: Typed = { edits: {}, replaced: [], names_next_update: false }

/** Writes one message for one incident. What is typed is here at once; the rest is composed by Rust. */
export class Composer extends Attempt {
  readonly handle: string
  readonly #acts: Acts
  template = $state('status')
  person = $state<string | null>(null)
  format = $state<UpdateFormat>('slack')
  composed = $state.raw<ComposedUpdate | null>(null)
  copied = $state.raw<CopiedUpdate | null>(null)
  /** Grows with each draft that is kept. */
  kept = $state(0)
  #sent: { template: string; typed: Typed } = { template: 'status', typed: NOTHING }
  #draft: Draft<Typed> = $state.raw()!
  #question = new Question()

  constructor(handle: string, template: string) {
    super()
    this.handle = handle
    this.#acts = actsOn(handle)
    this.template = template
    this.#draft = this.#draftFor(template)
  }

  get typed(): Typed {
    return this.#draft.value
  }

  /** Whether anything is typed that was not sent. */
  get written(): boolean {
    return this.#draft.written
  }

  /** Opens another message, in the form its audience got last, with what was typed into it before. */
  async show(template: string, person: string | null = null): Promise<void> {
    this.template = template
    this.person = person
    this.composed = null
    this.#question.forget()
    this.clear()
    const draft = (this.#draft = this.#draftFor(template))
    await Promise.all([draft.load(), this.#usualFormat(draft)])
    if (draft === this.#draft) await this.compose()
  }

  compose(): Promise<void> {
    return this.#question.ask(
      () => call('compose_update', { input: this.#input() }),
      (composed) => (this.composed = composed),
      this.refuse,
    )
  }

  value(field: UpdateField): string {
    return this.typed.edits[field] ?? this.composed?.fields.find((one) => one.field === field)?.value ?? ''
  }

  async edit(field: UpdateField, text: string): Promise<void> {
    await this.#change({ ...this.typed, edits: { ...this.typed.edits, [field]: text } })
  }

  /** Presses the key that mends something found. */
  async mend(found: FoundView): Promise<void> {
    const { replaced, names_next_update } = this.typed
    await this.#change({
      edits: found.newer ? { ...this.typed.edits, [found.newer.field]: found.newer.words } : this.typed.edits,
      replaced: [...replaced, ...found.replace],
      names_next_update: names_next_update || found.names_next_update,
    })
  }

  /** Says that what is older than what happened still holds: from here on these are the person's own words. */
  async hold({ holds }: FoundView): Promise<void> {
    if (holds) await this.edit(holds.field, holds.words)
  }

  /** Writes it for another person. */
  async address(person: string): Promise<void> {
    this.person = person
    await this.compose()
  }

  /** Takes what the facts say by now in place of what was carried over. */
  async takeNewer(field: UpdateField): Promise<void> {
    const newer = this.composed?.fields.find((one) => one.field === field)?.newer
    if (newer) await this.edit(field, newer)
  }

  async shape(format: UpdateFormat): Promise<void> {
    this.format = format
    await this.compose()
  }

  /** What stands between this message and the clipboard: fields to fill and things to look at. */
  get obstacles(): number {
    return (this.composed?.missing.length ?? 0) + (this.composed?.found.length ?? 0)
  }

  /** Copies, which counts as sent, and says whether it did: not while something is open, unless it goes out like that. */
  async copy(anyway = false): Promise<boolean> {
    let held = false
    await this.runOnce(async () => {
      await this.compose()
      held = this.obstacles > 0 && !anyway
      if (!held) await this.#send(anyway)
    })
    return !held
  }

  /** Takes the last copy back and brings back what was typed for it. */
  async notSent(): Promise<void> {
    const { copied } = this
    if (!copied) return
    await this.run(async () => {
      await this.#bringBack()
      await this.#acts.actOrThrow('take_back_update', { id: copied.id })
      this.copied = null
      await this.compose()
    })
  }

  async #send(anyway: boolean): Promise<void> {
    this.copied = await call('copy_update', { input: this.#input(anyway) })
    this.#sent = { template: this.template, typed: this.typed }
    void this.#keep(NOTHING)
    await Promise.all([this.compose(), incident.refresh()])
  }

  async #bringBack(): Promise<void> {
    const { template, typed } = this.#sent
    if (template === this.template) void this.#keep(together(typed, this.typed))
    else await this.#draftFor(template).set(typed)
  }

  async #change(typed: Typed): Promise<void> {
    this.clear()
    await Promise.all([this.#keep(typed), this.compose()])
  }

  #input(anyway = false) {
    return {
      handle: this.handle,
      template: this.template,
      format: this.format,
      ...this.typed,
      person: this.person,
      anyway,
    }
  }

  async #usualFormat(draft: Draft<Typed>): Promise<void> {
    await this.run(async () => {
      const format = await call('usual_format_of', { handle: this.handle, template: this.template })
      if (draft === this.#draft) this.format = format
    })
  }

  async #keep(typed: Typed): Promise<void> {
    await this.#draft.set(typed)
    this.kept++
  }

  #draftFor(template: string): Draft<Typed> {
    return new Draft(this, `update:${this.handle}:${template}`, NOTHING, together)
  }
}

/** What was typed before, and above it what was typed since. */
const together = (before: Typed, since: Typed): Typed => ({
  edits: { ...before.edits, ...since.edits },
  replaced: [...before.replaced, ...since.replaced],
  names_next_update: before.names_next_update || since.names_next_update,
})
