import type { Picture } from '../../ipc/bindings/Picture'

/** The size at which a picture is drawn so that it fits; it keeps its shape, and a small one is not blown up. */
export function fitPicture({ width, height }: Picture, most: number, highest: number): { width: number; height: number } {
  const scale = Math.min(1, most / width, highest / height)
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { width: side(width), height: side(height) }
}
