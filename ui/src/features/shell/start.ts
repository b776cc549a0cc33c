import { call, on } from '../../ipc'
import type { OpenRequest } from '../../ipc/bindings/OpenRequest'
import { changes } from '../../state/changes'
import { clocks } from '../../state/clocks.svelte'
import { confirmation } from '../../state/confirmation.svelte'
import { notices } from '../../state/notices.svelte'
import { overview } from '../../state/overview.svelte'
import { focus } from '../../state/focus.svelte'
import { linkFill } from '../../state/linkFill.svelte'
import { pastedAlert } from '../../state/pastedAlert.svelte'
import { place } from '../../state/place.svelte'
import { settings } from '../../state/settings.svelte'

/** Hears Rust and fetches what the first screen shows. The answer stops the hearing. */
export function start(): () => void {
  const removed = (line: string) => confirmation.show(line)
  const hearing = [
    on('clocks', clocks.tick),
    on('notices', notices.receive),
    on('changed', changes.hear),
    on('open', open),
    on('secret_removed', removed),
  ]
  document.addEventListener('visibilitychange', see)
  void loadFirstScreen(Promise.all(hearing))
  return () => {
    document.removeEventListener('visibilitychange', see)
    hearing.forEach((listening) => void listening.then((stop) => stop()))
  }
}

function see(): void {
  clocks.see()
  changes.see()
}

async function loadFirstScreen(hearing: Promise<unknown>): Promise<void> {
  const quietly = (loading: Promise<void>) => loading.catch(() => undefined)
  void clocks.load()
  void quietly(notices.load())
  void quietly(settings.load())
  void quietly(settings.loadHotkey())
  await overview.refresh()
  // What was to be shown before this page could hear it.
  await hearing.catch(() => undefined)
  const asked = await call('take_open_request').catch(() => null)
  if (asked) return open(asked)
  if (place.screen.at !== 'quiet') return
  const worst = overview.now?.active[0]
  if (worst) place.open(worst.handle)
  else place.quiet()
}

function open(request: OpenRequest): void {
  place.dialog = null
  if (request.alert !== null) {
    pastedAlert.show(request.alert)
  } else if (request.fill) {
    linkFill.take(request.fill)
    if (overview.now?.active.length) place.dialog = 'declare'
    else place.quiet()
  } else if (request.handle) {
    place.open(request.handle, request.pane ?? undefined)
    if (request.pane === 'updates') focus.ask('update')
  } else if (overview.now?.active.length) {
    place.dialog = 'declare'
  } else {
    place.quiet()
  }
}
