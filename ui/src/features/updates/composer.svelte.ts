import { asRefusal, call, type Refusal } from '../../ipc'
import type { ComposedUpdate } from '../../ipc/bindings/ComposedUpdate'
import type { CopiedUpdate } from '../../ipc/bindings/CopiedUpdate'
import type { UpdateField } from '../../ipc/bindings/UpdateField'
import type { UpdateFormat } from '../../ipc/bindings/UpdateFormat'
import type { UpdateKind } from '../../ipc/bindings/UpdateKind'
import { Draft, fields } from '../../state/drafts.svelte'
import { incident } from '../../state/incident.svelte'
import { Latest } from '../../state/latest'

type Edits = { [field in UpdateField]?: string }

/** Writes one kind of update for one incident. What is typed is here at once; the rest is composed by Rust. */
export class Composer {
  readonly handle: string
  kind = $state<UpdateKind>('status')
  format = $state<UpdateFormat>('slack')
  edits = $state<Edits>({})
  composed = $state<ComposedUpdate | null>(null)
  copied = $state<CopiedUpdate | null>(null)
  refusal = $state<Refusal | null>(null)
  busy = $state(false)
  #sent: { kind: UpdateKind; edits: Edits } = { kind: 'status', edits: {} }
  #draft: Draft
  #latest = new Latest()

  constructor(handle: string, kind: UpdateKind) {
    this.handle = handle
    this.kind = kind
    this.#draft = this.#draftFor(kind)
  }

  /** Opens another kind of update with what was typed into it before. */
  async show(kind: UpdateKind): Promise<void> {
    this.kind = kind
    this.edits = {}
    this.composed = null
    this.refusal = null
    const draft = (this.#draft = this.#draftFor(kind))
    await draft.load()
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
    this.#keep()
    await this.compose()
  }

  async shape(format: UpdateFormat): Promise<void> {
    this.format = format
    await this.compose()
  }

  /** Copies, which counts as sent. Answers with the first field that is still to be filled. */
  async copy(): Promise<UpdateField | null> {
    if (this.busy) return null
    this.busy = true
    try {
      await this.compose()
      const missing = this.composed?.missing[0]
      if (missing) return missing
      this.copied = await call('copy_update', { input: this.#input() })
      this.#sent = { kind: this.kind, edits: { ...this.edits } }
      this.edits = {}
      this.refusal = null
      this.#keep()
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
    const { kind, edits } = this.#sent
    if (kind === this.kind) {
      this.edits = { ...edits, ...this.edits }
      this.#keep()
    } else if (Object.keys(edits).length) {
      await call('save_draft', { key: this.#draftFor(kind).key, text: JSON.stringify(edits) })
    }
  }

  #input() {
    return { handle: this.handle, kind: this.kind, format: this.format, edits: { ...this.edits } }
  }

  #keep(): void {
    this.#draft.set(Object.keys(this.edits).length ? JSON.stringify(this.edits) : '')
  }

  #draftFor(kind: UpdateKind): Draft {
    return new Draft(`update:${this.handle}:${kind}`)
  }
}
