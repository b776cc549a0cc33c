import { expect, it } from 'vitest'
import type { Notice } from '../../ipc/bindings/Notice'
import { actOf } from './noticeKinds'

const labelOf = (kind: Notice['kind']) => actOf({ kind, subject: '', title: '', detail: '' })?.label

it('offers to try again only where that may help', () => {
  expect(labelOf('storage')).toBe('Try again')
  expect(labelOf('data_folder')).toBeUndefined()
})
