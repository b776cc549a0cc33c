import { expect, it } from 'vitest'

// From the foundation up: a file uses its own folder and the floors before it. `kit` and `ipc` stand beside each other,
// and each feature is a house of its own. What stands beside the folders puts the windows together. `testing` is for tests.
const FLOORS = [['testing'], ['kit', 'ipc'], ['state'], ['shared'], ['features'], ['']]

const sources = import.meta.glob<string>('./**/*.{ts,svelte,css}', { query: '?raw', import: 'default', eager: true })

type Import = { from: string; to: string; line: number }

const imports = Object.entries(sources).flatMap(([from, source]) => source.split('\n').flatMap((text, at) => importIn(from, text, at + 1)))

/** The file of this tree that a line of source imports, as the last line of an import does. */
function importIn(from: string, text: string, line: number): Import[] {
  const spec = text.match(/(?:\bfrom|\bimport) ?\(?'(\.[^']*)'/)?.[1]
  return spec === undefined ? [] : [{ from, line, to: fileOf(from, spec) }]
}

function fileOf(from: string, spec: string): string {
  const path = new URL(spec, `file://${from.slice(1)}`).pathname
  return ['', '.ts', '/index.ts'].map((end) => `.${path}${end}`).find((file) => file in sources) ?? `.${path}`
}

const folderOf = (file: string) => file.match(/^\.\/(\w+)\//)?.[1] ?? ''
const floorOf = (file: string) => FLOORS.findIndex((folders) => folders.includes(folderOf(file)))
/** A folder of its floor; under `features` each feature is one. */
const roomOf = (file: string) => (folderOf(file) === 'features' ? file.split('/').slice(0, 3).join('/') : folderOf(file))

const goesDown = ({ from, to }: Import) => roomOf(from) === roomOf(to) || floorOf(to) < floorOf(from)

it('stands on floors: nothing imports what is above it or beside it', () => {
  const up = imports.filter((one) => !goesDown(one)).map(({ from, to, line }) => `${from}:${line} imports ${to}`)
  expect(up).toEqual([])
})

it('knows every folder', () => {
  expect(Object.keys(sources).filter((file) => floorOf(file) < 0)).toEqual([])
})

it('has no circle of files', () => {
  expect(circleFrom(Object.keys(sources))).toEqual([])
})

/** The files of the first circle that is found. */
function circleFrom(files: string[]): string[] {
  const done = new Set<string>()
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    const circle = imports.filter(({ from }) => from === file).map(({ to }) => visit(to, [...path, file]))
    done.add(file)
    return circle.find((found) => found.length > 0) ?? []
  }
  return files.map((file) => visit(file, [])).find((found) => found.length > 0) ?? []
}

it('reaches Rust through ipc alone', () => {
  const reaching = Object.entries(sources).filter(
    ([file, source]) => folderOf(file) !== 'ipc' && !file.endsWith('.test.ts') && source.includes("'@tauri-apps"),
  )
  expect(reaching.map(([file]) => file)).toEqual([])
})

it('has no line over 140 columns', () => {
  const written = Object.entries(sources).filter(([file]) => !file.startsWith('./ipc/bindings/'))
  const long = written.flatMap(([file, source]) =>
    source.split('\n').flatMap((text, at) => (text.length > 140 ? [`${file}:${at + 1}`] : [])),
  )
  expect(long).toEqual([])
})
