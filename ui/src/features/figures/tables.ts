import type { FigureHeading } from '../../ipc/bindings/FigureHeading'
import type { Figures } from '../../ipc/bindings/Figures'
import type { FiguresTable } from '../../ipc/bindings/FiguresTable'
import type { FiguresView } from '../../ipc/bindings/FiguresView'
import type { Severity } from '../../ipc/bindings/Severity'
import type { WeekRow } from '../../ipc/bindings/WeekRow'

/** A number in a table; some have incidents of their own behind them. */
export type FigureCell = { text: string; strong?: boolean; behind?: Behind }
/** Incidents, and what they have in common. */
export type Behind = { handles: readonly string[]; about: string }
export type FigureRow = { label: string; severity?: Severity; bar?: number; cells: FigureCell[]; behind: Behind }
export type FigureTable = { id: FiguresTable; heading: FigureHeading; heads: string[]; rows: FigureRow[]; note?: string }

const plain = (text: string | number | null): FigureCell => ({ text: text === null ? '–' : text.toLocaleString('en') })
const strong = (text: string | number | null): FigureCell => ({ ...plain(text), strong: true })
const share = (part: number, of: number) => (of ? part / of : 0)

/** Every table of the figures, as they are walked. */
export function tablesOf(view: FiguresView): FigureTable[] {
  const { figures } = view
  const parts = [severities, times, updates, actions, services, detection, reviews, causes, nights]
  return [weeks(figures, view.weeks_per_bar), ...parts.map((part) => part(figures))]
}

/** The bars of the chart, which has its words in itself. */
function weeks({ incidents }: Figures, together: number): FigureTable {
  const bars: WeekRow[][] = []
  for (let at = 0; at < incidents.weeks.length; at += together) bars.push(incidents.weeks.slice(at, at + together))
  const rows = bars.map((bar) => {
    const handles = bar.flatMap(({ severities }) => severities.flatMap((one) => one.incidents))
    const label = together === 1 ? `Week from ${bar[0]!.monday}` : `${together} weeks from ${bar[0]!.monday}`
    return { label, cells: [strong(handles.length)], behind: { handles, about: label } }
  })
  return { id: 'weeks', heading: incidents.heading, heads: ['Week', 'Incidents'], rows }
}

function severities({ incidents }: Figures): FigureTable {
  const rows = [...incidents.severities, incidents.all].map(({ severity, name, count, time_in, median, incidents: handles }) => ({
    label: severity ? name : 'All',
    severity: severity ?? undefined,
    cells: [strong(count), plain(time_in), plain(median)],
    behind: { handles, about: severity ? `Worst was ${severity}` : 'All of a time' },
  }))
  return { id: 'severities', heading: incidents.heading, heads: ['Severity', 'Incidents', 'Time in it', 'Median'], rows }
}

function times({ times }: Figures): FigureTable {
  const rows = times.rows.map(({ label, median, p90, counted, without, incidents, incidents_without }) => ({
    label,
    cells: [
      strong(median),
      plain(p90),
      plain(counted),
      { ...plain(without), behind: { handles: incidents_without, about: `Without “${label}”` } },
    ],
    behind: { handles: incidents, about: label },
  }))
  return { id: 'times', heading: times.heading, heads: ['From start', 'Median', 'p90', 'Counted', 'Without'], rows }
}

function updates({ updates }: Figures): FigureTable {
  const rows = updates.rows.map(({ label, on_time, of, percent, incidents, incidents_late }) => ({
    label,
    bar: share(on_time, of),
    cells: [
      strong(`${on_time} of ${of}`),
      { text: percent === null ? '–' : `${percent}%`, behind: { handles: incidents_late, about: `Update to ${label.toLowerCase()} late` } },
    ],
    behind: { handles: incidents, about: `Updates to ${label.toLowerCase()}` },
  }))
  return { id: 'updates', heading: updates.heading, heads: ['Audience', 'On time', 'Share'], rows }
}

function actions({ actions }: Figures): FigureTable {
  const rows = actions.rows.map(({ label, on_time, of, late_now, incidents, incidents_late }) => ({
    label,
    bar: share(on_time, of),
    cells: [strong(`${on_time} of ${of}`), { ...plain(late_now), behind: { handles: incidents_late, about: `${label} actions late` } }],
    behind: { handles: incidents, about: `${label} actions` },
  }))
  return { id: 'actions', heading: actions.heading, heads: ['Priority', 'On time', 'Late'], rows }
}

function services({ services }: Figures): FigureTable {
  const most = Math.max(1, ...services.rows.map(({ count }) => count))
  const rows: FigureRow[] = services.rows.map(({ service, count, severe, incidents }) => ({
    label: service,
    bar: share(count, most),
    cells: [strong(count), plain(severe)],
    behind: { handles: incidents, about: service },
  }))
  const none = rest('No service named', services.without, services.incidents_without, 1)
  return { id: 'services', heading: services.heading, heads: ['Service', 'Incidents', 'P0, P1'], rows: [...rows, ...none] }
}

function detection({ detection }: Figures): FigureTable {
  const rows = detection.rows.map(({ label, count, percent, median, incidents }) => ({
    label,
    bar: (percent ?? 0) / 100,
    cells: [strong(count), plain(median)],
    behind: { handles: incidents, about: `Detected: ${label}` },
  }))
  return { id: 'detection', heading: detection.heading, heads: ['Detected by', 'Incidents', 'Known after'], rows }
}

function reviews({ reviews }: Figures): FigureTable {
  const { on_time, of, late_now, incidents, incidents_late } = reviews
  const cells = [strong(`${on_time} of ${of}`), { ...plain(late_now), behind: { handles: incidents_late, about: 'Review late' } }]
  const rows = of ? [{ label: 'Complete', bar: share(on_time, of), cells, behind: { handles: incidents, about: 'Reviews' } }] : []
  return { id: 'reviews', heading: reviews.heading, heads: ['Reviews', 'On time', 'Late'], rows }
}

function causes({ causes }: Figures): FigureTable {
  const most = Math.max(1, ...causes.rows.map(({ count }) => count))
  const rows: FigureRow[] = causes.rows.map(({ cause, count, incidents }) => ({
    label: cause,
    bar: share(count, most),
    cells: [strong(count)],
    behind: { handles: incidents, about: `Cause: ${cause}` },
  }))
  const none = rest('Nobody said', causes.without, causes.incidents_without, 0)
  return { id: 'causes', heading: causes.heading, heads: ['Cause', 'Incidents'], rows: [...rows, ...none] }
}

function nights({ night }: Figures): FigureTable {
  const most = Math.max(1, ...night.nights.map(({ seconds }) => seconds))
  const rows = night.nights.map(({ night, seconds, length, incidents }) => ({
    label: night,
    bar: share(seconds, most),
    cells: [strong(length), plain(incidents.length)],
    behind: { handles: incidents, about: `Night of ${night}` },
  }))
  return { id: 'nights', heading: night.heading, heads: ['Night', 'Worked', 'Incidents'], rows, note: night.zone }
}

/** Those of which it is not known, as a last row. */
function rest(label: string, count: number, handles: string[], blanks: number): FigureRow[] {
  const blank = Array.from({ length: blanks }, () => ({ text: '' }))
  return count ? [{ label, cells: [plain(count), ...blank], behind: { handles, about: label } }] : []
}
