import { asRefusal, type Refusal } from '../../ipc'
import type { ActionPriority } from '../../ipc/bindings/ActionPriority'
import { Draft, fields } from '../../state/drafts.svelte'
import { incident } from '../../state/incident.svelte'

type Typed = { text: string; owner: string; due: string; priority: ActionPriority }

const EMPTY: Typed = { text: '', owner: '', due: '', priority: 'medium' }

/** An action item while it is typed. It survives errors, closing and a crash. */
export class Adding {
  typed = $state<Typed>({ ...EMPTY })
  refusal = $state<Refusal | null>(null)
  #busy = false
  #draft: Draft

  constructor(handle: string) {
    this.#draft = new Draft(`action:${handle}`)
  }

  /** The field that the refusal is about. */
  get wrong(): 'text' | 'due' | null {
    return this.refusal && (this.refusal.code === 'bad_due_date' ? 'due' : 'text')
  }

  async load(): Promise<void> {
    await this.#draft.load()
    if (this.typed.text === '' && this.typed.owner === '' && this.typed.due === '') this.typed = fields(this.#draft.text, EMPTY)
  }

  change(change: Partial<Typed>): void {
    Object.assign(this.typed, change)
    this.refusal = null
    this.#draft.set(JSON.stringify(this.typed))
  }

  /** What was typed on while it was being added stays. */
  #clear(added: Typed): void {
    const typed = this.typed
    this.typed = {
      text: typed.text === added.text ? '' : typed.text,
      owner: typed.owner === added.owner ? '' : typed.owner,
      due: typed.due === added.due ? '' : typed.due,
      priority: typed.priority === added.priority ? EMPTY.priority : typed.priority,
    }
    this.#draft.set(this.typed.text || this.typed.owner || this.typed.due ? JSON.stringify(this.typed) : '')
  }

  /** Answers whether it was added; on refusal everything typed stays. */
  async add(): Promise<boolean> {
    if (this.#busy) return false
    this.#busy = true
    try {
      const { text, owner, due, priority } = this.typed
      await incident.actOrThrow('add_action', { input: { text, owner: owner.trim() || null, due, priority } })
      this.#clear({ text, owner, due, priority })
      this.refusal = null
      return true
    } catch (error) {
      this.refusal = asRefusal(error)
      return false
    } finally {
      this.#busy = false
    }
  }
}
