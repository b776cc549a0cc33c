import { tick } from 'svelte'
import { call } from '../../ipc'
import type { FilledCommands } from '../../ipc/bindings/FilledCommands'
import type { MitigateScreen } from '../../ipc/bindings/MitigateScreen'
import type { MitigationAction } from '../../ipc/bindings/MitigationAction'
import type { MitigationChoice } from '../../ipc/bindings/MitigationChoice'
import { actsOn, type Acts } from '../../state/acts'
import { incident } from '../../state/incident.svelte'
import { Question } from '../../state/question'
import { keyboard, type Pressed } from '../../state/keyboard'
import { openMitigation } from '../../state/openMitigation.svelte'

/** What is done against one incident's impact, and what could be. */
export class Mitigating {
  readonly handle: string
  readonly #acts: Acts
  screen = $state.raw<MitigateScreen | null>(null)
  choices = $state.raw<MitigationChoice[]>([])
  /** The steps of the action that is open, for each service. */
  commands = $state.raw<FilledCommands[]>([])
  #chosen = $state<string | null>(null)
  #known = new Question('shown')
  #filled = new Question()
  #taking = false

  constructor(handle: string) {
    this.handle = handle
    this.#acts = actsOn(handle)
  }

  /** The actions, those that are proposed first. */
  get ordered(): MitigationChoice[] {
    return [...this.choices.filter(({ because }) => because), ...this.choices.filter(({ because }) => !because)]
  }

  get opened(): MitigationChoice | undefined {
    const id = openMitigation.of(this.handle)
    return this.choices.find(({ action }) => action.id === id)
  }

  /** The steps for the service that is chosen; the first, as long as nobody chose. */
  get filled(): FilledCommands | undefined {
    return this.commands.find(({ service }) => service === this.#chosen) ?? this.commands[0]
  }

  choose = (service: string): void => {
    this.#chosen = service
  }

  load(): Promise<void> {
    const { handle } = this
    return this.#known.ask(
      () => Promise.all([call('mitigations', { handle }), call('mitigation_catalogue', { handle })]),
      ([screen, choices]) => {
        this.screen = screen
        this.choices = choices
      },
      this.#acts.refuse,
    )
  }

  /** Opens an action, or closes the one that is open. */
  toggle(action: string): void {
    this.commands = []
    openMitigation.set(this.handle, openMitigation.of(this.handle) === action ? null : action)
  }

  /** Brings the steps of the action that is open. */
  async fill(): Promise<void> {
    const action = openMitigation.of(this.handle)
    if (action === null) return this.#filled.forget()
    await this.#filled.ask(
      () => call('filled_commands', { handle: this.handle, action }),
      (commands) => (this.commands = commands),
      this.#acts.refuse,
    )
  }

  /** Takes an action of the catalogue for the service that is chosen; a second press does nothing while the first is under way.
   *  Answers whether it was taken. */
  async take(action: MitigationAction, proposed: boolean): Promise<boolean> {
    if (this.#taking) return false
    this.#taking = true
    const taken = await this.#acts.run(() => this.#take(action, proposed))
    this.#taking = false
    return taken
  }

  async #take(action: MitigationAction, proposed: boolean): Promise<void> {
    const pressed = keyboard.now()
    const named = incident.screen?.summary.services.length !== 0
    // The key may be quicker than the steps.
    if (named && !this.filled) await this.fill()
    const service = named ? (this.filled?.service ?? null) : null
    await this.#acts.actOrThrow('add_mitigation', { input: { action: action.action, proposed, catalogue: action.id, service } })
    openMitigation.set(this.handle, null)
    await this.goOn(pressed)
  }

  /** What was pressed may be gone: on to what is under way, or else to the next step. */
  async goOn(pressed: Pressed): Promise<void> {
    await this.load()
    await tick()
    pressed.ask(this.openUse === undefined ? 'next-step' : 'mitigate')
  }

  /** The first use that is still to be decided or done. */
  get openUse() {
    return this.screen?.uses.find(({ state }) => state === 'proposed' || state === 'started')
  }
}
