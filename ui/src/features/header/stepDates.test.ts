import { expect, it } from 'vitest'
import { stepDates } from './stepDates'

it.each([
  [
    ['14:00', null, '14:24'],
    ['14:00', null, '14:24'],
  ],
  [
    ['2026-11-21 18:39', null, '2026-11-21 19:40'],
    ['18:39', null, '19:40'],
  ],
  [
    ['2026-11-21 23:50', '2026-11-22 00:10', '2026-11-22 00:40'],
    ['2026-11-21 23:50', '2026-11-22 00:10', '00:40'],
  ],
  [
    ['2026-11-21 23:50', '2026-11-21 23:58', '00:40'],
    ['2026-11-21 23:50', '23:58', '00:40'],
  ],
])('says the day once of %j', (entered, faces) => expect(stepDates(entered.map((at) => ({ entered: at })))).toEqual(faces))
