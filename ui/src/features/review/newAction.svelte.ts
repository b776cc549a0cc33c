import type { ActionKind } from '../../ipc/bindings/ActionKind'
import type { ActionPriority } from '../../ipc/bindings/ActionPriority'
import { nonBlank } from '../../kit/text'
import { Form } from '../../state/form.svelte'
import { actsOn, type Acts } from '../../state/acts'

const EMPTY = { text: '', owner: '', due: '', priority: 'medium' as ActionPriority, kind: null as ActionKind | null }

/** An action item while it is typed. */
export class NewAction extends Form<typeof EMPTY> {
  readonly #acts: Acts

  constructor(handle: string) {
    super(`action:${handle}`, EMPTY)
    this.#acts = actsOn(handle)
  }

  /** The field that the refusal is about. */
  get wrong(): 'text' | 'due' | null {
    return this.refusal && (this.refusal.code === 'bad_due_date' ? 'due' : 'text')
  }

  /** Answers whether it was added. */
  add(): Promise<boolean> {
    return this.send((typed) => this.#acts.actOrThrow('add_action', { input: { ...typed, owner: nonBlank(typed.owner) } }))
  }
}
