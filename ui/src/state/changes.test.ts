import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it, vi } from 'vitest'
import { changes } from './changes'
import { incident } from './incident.svelte'
import { place } from './place.svelte'

/** One incident on the screen, of which nothing was asked yet. */
async function onScreen(handle: string) {
  const asked: string[] = []
  mockIPC((name) => {
    asked.push(name)
    if (name === 'timeline_slice') return { revision: 1, total: 0, start: 0, several_days: false, rows: [] }
    if (name === 'timeline_news') return { revision: 1, total: 0, several_days: false, stale_from: null, added: [] }
    return {}
  })
  place.open(handle)
  await incident.show(handle)
  asked.length = 0
  const answered = () => new Promise((done) => setTimeout(done))
  return { asked, answered }
}

it('reads the incident on the screen again only where that has changed', async () => {
  const { asked, answered } = await onScreen('payments')

  changes.hear({ handles: ['search'], everything: false })
  await answered()
  expect(asked).toEqual(['overview'])
  changes.hear({ handles: ['search', 'payments'], everything: false })
  await answered()

  expect(asked.slice(1).sort()).toEqual(['incident_screen', 'overview', 'timeline_news'])
})

it('reads whatever is shown again where everything may be another', async () => {
  const { asked, answered } = await onScreen('payments')

  changes.hear({ handles: [], everything: true })
  await answered()

  expect(asked.sort()).toEqual(['incident_screen', 'overview', 'timeline_news'])
})

it('asks for nothing while the page is hidden, and once when it is seen again', async () => {
  const { asked, answered } = await onScreen('payments')
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)

  for (let change = 0; change < 1000; change++) changes.hear({ handles: ['payments'], everything: false })
  changes.see()
  await answered()
  expect(asked).toEqual([])
  hidden.mockReturnValue(false)
  changes.see()
  changes.see()
  await answered()

  expect(asked.sort()).toEqual(['incident_screen', 'overview', 'timeline_news'])
})
