/** Times with their dates where the day changes; five of them share a line. The header's first line says on which day it all began. */
export function faceTimes(entered: (string | null)[]): (string | null)[] {
  const dateOf = (at: string) => (at.includes(' ') ? at.slice(0, at.indexOf(' ')) : '')
  const dates = entered.filter((at) => at !== null).map(dateOf)
  const oneDay = new Set(dates).size < 2
  let before: string | null = oneDay ? (dates[0] ?? null) : null
  return entered.map((at) => {
    if (at === null || dateOf(at) === before) return at && at.slice(at.indexOf(' ') + 1)
    before = dateOf(at)
    return at
  })
}
