import { describe, expect, it } from 'vitest'
import { boxBetween } from './redactBoxes'

const shown = { left: 100, top: 50, width: 320, height: 200, pixels: { width: 640, height: 400 } }

describe('a box that is drawn on a picture', () => {
  it('is told in the pixels of the picture, whichever corner came first', () => {
    const box = { left: 20, top: 40, width: 60, height: 80 }

    expect(boxBetween({ x: 110, y: 70 }, { x: 140, y: 110 }, shown)).toEqual(box)
    expect(boxBetween({ x: 140, y: 110 }, { x: 110, y: 70 }, shown)).toEqual(box)
  })

  it('ends at the edge of the picture, and a slip of the hand is none', () => {
    expect(boxBetween({ x: 0, y: 0 }, { x: 9000, y: 9000 }, shown)).toEqual({ left: 0, top: 0, width: 640, height: 400 })
    expect(boxBetween({ x: 110, y: 70 }, { x: 111, y: 71 }, shown)).toBeNull()
  })
})
