import { call } from '../../ipc'
import type { ComposeInput } from '../../ipc/bindings/ComposeInput'
import type { ComposedUpdate } from '../../ipc/bindings/ComposedUpdate'
import type { CopiedUpdate } from '../../ipc/bindings/CopiedUpdate'
import type { FoundView } from '../../ipc/bindings/FoundView'
import type { UpdateField } from '../../ipc/bindings/UpdateField'
import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'
import { Attempt } from '../../state/attempt.svelte'
import { Draft, fields } from '../../state/drafts.svelte'
import { incident } from '../../state/incident.svelte'
import { Latest } from '../../state/latest'

/** What was typed for a message and not sent yet. */
type Typed = Pick<ComposeInput, 'edits' | 'replaced' | 'names_next_update'>

const nothing = (): Typed => ({ edits: {}, replaced: [], names_next_update: false })

/** Writes one message for one incident. What is typed is here at once; the rest is composed by Rust. */
export class Composer extends Attempt {
  readonly handle: string
  template = $state('status')
  person = $state<string | null>(null)
  format = $state<UpdateFormat>('slack')
  typed = $state<Typed>(nothing())
  composed = $state<ComposedUpdate | null>(null)
  copied = $state<CopiedUpdate | null>(null)
  /** Grows with each draft that is kept. */
  kept = $state(0)
  #sent: { template: string; typed: Typed } = { template: 'status', typed: nothing() }
  #draft: Draft
  #latest = new Latest()

  constructor(handle: string, template: string) {
    super()
    this.handle = handle
    this.template = template
    this.#draft = this.#draftFor(template)
  }

  /** Opens another message, in the form its audience got last, with what was typed into it before. */
  async show(template: string, person: string | null = null): Promise<void> {
    this.template = template
    this.person = person
    this.typed = nothing()
    this.composed = null
    this.clear()
    const draft = (this.#draft = this.#draftFor(template))
    await Promise.all([draft.load(), this.#usualFormat(draft)])
    if (draft !== this.#draft) return
    this.#bring(fields<Typed>(draft.text, nothing()))
    await this.compose()
  }

  compose(): Promise<void> {
    return this.#latest.ask(
      () => call('compose_update', { input: this.#input() }),
      (composed) => (this.composed = composed),
      this.refuse,
    )
  }

  value(field: UpdateField): string {
    return this.typed.edits[field] ?? this.composed?.fields.find((one) => one.field === field)?.value ?? ''
  }

  async edit(field: UpdateField, text: string): Promise<void> {
    this.typed.edits[field] = text
    await this.#changed()
  }

  /** Presses the key that mends something found. */
  async mend(found: FoundView): Promise<void> {
    this.typed.replaced.push(...found.replace)
    this.typed.names_next_update ||= found.names_next_update
    await this.#changed()
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
  get open(): number {
    return (this.composed?.missing.length ?? 0) + (this.composed?.found.length ?? 0)
  }

  /** Copies, which counts as sent, and says whether it did: not while something is open, unless it goes out like that. */
  async copy(anyway = false): Promise<boolean> {
    let held = false
    await this.runOnce(async () => {
      await this.compose()
      held = this.open > 0 && !anyway
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
      await incident.actOrThrow('take_back_update', { id: copied.id })
      this.copied = null
      await this.compose()
    })
  }

  async #send(anyway: boolean): Promise<void> {
    this.copied = await call('copy_update', { input: this.#input(anyway) })
    this.#sent = { template: this.template, typed: $state.snapshot(this.typed) }
    this.typed = nothing()
    void this.#keep()
    await Promise.all([this.compose(), incident.refresh()])
  }

  async #bringBack(): Promise<void> {
    const { template, typed } = this.#sent
    if (template === this.template) {
      this.#bring(typed)
      void this.#keep()
    } else if (written(typed)) {
      await call('save_draft', { key: this.#draftFor(template).key, text: JSON.stringify(typed) })
    }
  }

  /** Brings back what was typed before; what was typed since stands above it. */
  #bring(before: Typed): void {
    const { edits, replaced, names_next_update } = this.typed
    this.typed = {
      edits: { ...before.edits, ...edits },
      replaced: [...before.replaced, ...replaced],
      names_next_update: before.names_next_update || names_next_update,
    }
  }

  async #changed(): Promise<void> {
    this.clear()
    await Promise.all([this.#keep(), this.compose()])
  }

  #input(anyway = false) {
    return {
      handle: this.handle,
      template: this.template,
      format: this.format,
      ...$state.snapshot(this.typed),
      person: this.person,
      anyway,
    }
  }

  async #usualFormat(draft: Draft): Promise<void> {
    await this.run(async () => {
      const format = await call('usual_format_of', { handle: this.handle, template: this.template })
      if (draft === this.#draft) this.format = format
    })
  }

  async #keep(): Promise<void> {
    await this.#draft.set(written(this.typed) ? JSON.stringify(this.typed) : '')
    this.kept++
  }

  #draftFor(template: string): Draft {
    return new Draft(`update:${this.handle}:${template}`)
  }
}

const written = ({ edits, replaced, names_next_update }: Typed) => names_next_update || replaced.length > 0 || Object.keys(edits).length > 0
