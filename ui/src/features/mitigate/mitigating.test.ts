import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { actsOn } from '../../state/acts'
import { incident } from '../../state/incident.svelte'
import { focus } from '../../state/focus.svelte'
import { Mitigating } from './mitigating.svelte'
import { openMitigation } from '../../state/openMitigation.svelte'

const choice = (id: string, because: string | null = null) => ({ action: { id, action: id, when: '', how: '', risk: '' }, because })
const restart = choice('restart')
const rollback = choice('rollback', 'a recent deploy is suspected')

async function mitigating({ services = ['pay', 'shop'], refusal = null as object | null } = {}) {
  const added: unknown[] = []
  mockIPC((name, args) => {
    if (name === 'incident_screen') return { summary: { services } }
    if (name === 'mitigations') return { uses: added.length ? [{ id: 'a', state: 'started' }] : [], offer: null }
    if (name === 'mitigation_catalogue') return [restart, rollback]
    if (name === 'filled_commands') return (services.length ? services : ['SERVICE']).map((service) => ({ service, steps: [] }))
    if (name === 'add_mitigation' && refusal) throw refusal
    if (name === 'add_mitigation') added.push((args as { input: unknown }).input)
    return null
  })
  openMitigation.set('h', null)
  focus.lapse()
  await incident.show('h')
  const one = new Mitigating('h')
  await one.load()
  return { one, added }
}

it('shows what is proposed first', async () => {
  const { one } = await mitigating()
  expect(one.ordered).toEqual([rollback, restart])
})

it('starts the open action for the service that is chosen, closes it, and goes on to what is under way', async () => {
  const { one, added } = await mitigating()
  one.toggle('rollback')
  await one.fill()
  expect([one.opened, one.filled?.service]).toEqual([rollback, 'pay'])
  one.choose('shop')
  await one.take(rollback.action, false)
  expect(added).toEqual([{ action: 'rollback', proposed: false, catalogue: 'rollback', service: 'shop' }])
  expect([one.opened, focus.wanted]).toEqual([undefined, 'mitigate'])
})

it('names the service even when it is started before the steps are there', async () => {
  const { one, added } = await mitigating({ services: ['pay'] })
  one.toggle('rollback')
  await one.take(rollback.action, false)
  expect(added).toEqual([{ action: 'rollback', proposed: false, catalogue: 'rollback', service: 'pay' }])
})

it('names no service where the incident has none', async () => {
  const { one, added } = await mitigating({ services: [] })
  one.toggle('restart')
  await one.fill()
  await one.take(restart.action, true)
  expect(added).toEqual([{ action: 'restart', proposed: true, catalogue: 'restart', service: null }])
})

it('starts once, however often it is pressed', async () => {
  const { one, added } = await mitigating()
  await Promise.all([one.take(restart.action, false), one.take(restart.action, false)])
  expect(added.length).toBe(1)
})

it('stays open when it is refused, and says why', async () => {
  const { one } = await mitigating({ refusal: { code: 'full', message: 'Not started.', hint: 'Free some space.' } })
  one.toggle('rollback')
  await one.take(rollback.action, false)
  expect([one.opened, actsOn('h').refusal?.message]).toEqual([rollback, 'Not started.'])
})

it('is open for its own incident alone', () => {
  openMitigation.set('h', 'rollback')
  expect([openMitigation.of('h'), openMitigation.of('other')]).toEqual(['rollback', null])
})
