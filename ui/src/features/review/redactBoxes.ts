import type { BoxInPicture } from '../../ipc/bindings/BoxInPicture'

/** A place on the screen. */
export type Spot = { x: number; y: number }

/** Where a picture is shown, and how large it really is. */
export type Shown = { left: number; top: number; width: number; height: number; pixels: { width: number; height: number } }

/** The box between two spots, in the picture's own pixels; none where it is too small to be meant. */
export function boxBetween(one: Spot, other: Spot, shown: Shown): BoxInPicture | null {
  const across = (x: number) => within(((x - shown.left) / shown.width) * shown.pixels.width, shown.pixels.width)
  const down = (y: number) => within(((y - shown.top) / shown.height) * shown.pixels.height, shown.pixels.height)
  const [left, right] = [Math.floor(Math.min(across(one.x), across(other.x))), Math.ceil(Math.max(across(one.x), across(other.x)))]
  const [top, bottom] = [Math.floor(Math.min(down(one.y), down(other.y))), Math.ceil(Math.max(down(one.y), down(other.y)))]
  if (right - left < 3 || bottom - top < 3) return null
  return { left, top, width: right - left, height: bottom - top }
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)
