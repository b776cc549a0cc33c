import { asRefusal, call, type Refusal } from '../../ipc'
import type { ComposedUpdate } from '../../ipc/bindings/ComposedUpdate'
import type { CopiedUpdate } from '../../ipc/bindings/CopiedUpdate'
import type { UpdateField } from '../../ipc/bindings/UpdateField'
import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'
import { Draft, fields } from '../../state/drafts.svelte'
import { incident } from '../../state/incident.svelte'
import { Latest } from '../../state/latest'

type Edits = { [field in UpdateField]?: string }

/** Writes one message for one incident. What is typed is here at once; the rest is composed by Rust. */
export class Composer {
  readonly handle: string
  template = $state('status')
  person = $state<string | null>(null)
  format = $state<UpdateFormat>('slack')
  edits = $state<Edits>({})
  composed = $state<ComposedUpdate | null>(null)
  copied = $state<CopiedUpdate | null>(null)
  refusal = $state<Refusal | null>(null)
  busy = $state(false)
  /** Grows with each draft that is kept. */
  kept = $state(0)
  #sent: { template: string; edits: Edits } = { template: 'status', edits: {} }
  #draft: Draft
  #latest = new Latest()

  constructor(handle: string, template: string) {
    this.handle = handle
    this.template = template
    this.#draft = this.#draftFor(template)
  }

  /** Opens another message, in the form its audience got last, with what was typed into it before. */
  async show(template: string, person: string | null = null): Promise<void> {
    this.template = template
    this.person = person
    this.edits = {}
    this.composed = null
    this.refusal = null
    const draft = (this.#draft = this.#draftFor(template))
    await Promise.all([draft.load(), this.#usualFormat(draft)])
    if (draft !== this.#draft) return
    this.edits = { ...fields<Edits>(draft.text, {}), ...this.edits }
    await this.compose()
  }

  compose(): Promise<void> {
    return this.#latest.ask(
      () => call('compose_update', { input: this.#input() }),
      (composed) => (this.composed = composed),
      (error) => (this.refusal = asRefusal(error)),
    )
  }

  value(field: UpdateField): string {
    return this.edits[field] ?? this.composed?.fields.find((one) => one.field === field)?.value ?? ''
  }

  async edit(field: UpdateField, text: string): Promise<void> {
    this.edits[field] = text
    this.refusal = null
    await Promise.all([this.#keep(), this.compose()])
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

  /** Copies, which counts as sent. Answers with the first field that is still to be filled, unless that may stay open. */
  async copy(anyway = false): Promise<UpdateField | null> {
    if (this.busy) return null
    this.busy = true
    try {
      await this.compose()
      const missing = this.composed?.missing[0]
      if (missing && !anyway) return missing
      this.copied = await call('copy_update', { input: this.#input(anyway) })
      this.#sent = { template: this.template, edits: { ...this.edits } }
      this.edits = {}
      this.refusal = null
      void this.#keep()
      await Promise.all([this.compose(), incident.refresh()])
    } catch (error) {
      this.refusal = asRefusal(error)
    } finally {
      this.busy = false
    }
    return null
  }

  /** Takes the last copy back and brings back what was typed for it. */
  async notSent(): Promise<void> {
    if (!this.copied) return
    try {
      await this.#bringBack()
      await incident.act('take_back_update', { id: this.copied.id })
      this.copied = null
      await this.compose()
    } catch (error) {
      this.refusal = asRefusal(error)
    }
  }

  async #bringBack(): Promise<void> {
    const { template, edits } = this.#sent
    if (template === this.template) {
      this.edits = { ...edits, ...this.edits }
      void this.#keep()
    } else if (Object.keys(edits).length) {
      await call('save_draft', { key: this.#draftFor(template).key, text: JSON.stringify(edits) })
    }
  }

  #input(anyway = false) {
    return { handle: this.handle, template: this.template, format: this.format, edits: { ...this.edits }, person: this.person, anyway }
  }

  async #usualFormat(draft: Draft): Promise<void> {
    try {
      const format = await call('usual_format_of', { handle: this.handle, template: this.template })
      if (draft === this.#draft) this.format = format
    } catch (error) {
      this.refusal = asRefusal(error)
    }
  }

  async #keep(): Promise<void> {
    await this.#draft.set(Object.keys(this.edits).length ? JSON.stringify(this.edits) : '')
    this.kept++
  }

  #draftFor(template: string): Draft {
    return new Draft(`update:${this.handle}:${template}`)
  }
}
