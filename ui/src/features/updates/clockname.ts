/** `30-minute clock`, from `P1 asks for one every 30 minutes.` */
export function clockName(cadence: string | null): string {
  const every = cadence?.match(/every (\d+) (minute|hour|day)s?/)
  return every ? `${every[1]}-${every[2]} clock` : 'clock'
}
