import { writeFileSync } from 'node:fs'
import { exampleSession, type NoteId } from '@groundswell/shared'
import data from '@groundswell/shared/example-session.json' with { type: 'json' }
import { suggestGroups, type LooseNote } from '@groundswell/shared/suggest'
import {
  HELD_OUT_SETS,
  labelledBy,
  qualityFromHalf,
  qualityFromNothing,
  TUNED_SETS,
  type LabelledNotes,
  type SuggestQuality,
} from '@groundswell/shared/testing'

export interface SuggestBench {
  /** Random halves that are grouped already, per set. */
  readonly rounds: number
  readonly file: string
}

const TARGET = { index: 0.25, sound: 0.8, among: 0.75, ms: 300 }
const NOTES = 500
const TIMES = 15

const HEAD = ['set', 'notes', 'grouped', 'index', 'sound groups', 'groups', 'notes placed', 'right among three']

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** A missed target is marked, so that nobody has to compare figures. */
const marked = (value: number, target: number, words: string): string => (value >= target ? words : `${words} (missed)`)

const row = (name: string, notes: number, grouped: 'none' | 'half', found: SuggestQuality): readonly string[] => [
  name,
  String(notes),
  grouped,
  marked(found.index, TARGET.index, found.index.toFixed(2)),
  marked(found.sound, TARGET.sound, percent(found.sound)),
  found.groups.toFixed(1),
  percent(found.placed),
  grouped === 'none' ? '' : marked(found.among, TARGET.among, percent(found.among)),
]

function rowsOf(name: string, set: LabelledNotes, rounds: number): readonly (readonly string[])[] {
  const count = Object.values(set).flat().length
  return [row(name, count, 'none', qualityFromNothing(set)), row(name, count, 'half', qualityFromHalf(set, rounds))]
}

const tableOf = (rows: readonly (readonly string[])[]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Notes as many as a large cohort writes, each unlike the others: two notes' words in one. */
function manyNotes(sets: readonly LabelledNotes[]): readonly LooseNote[] {
  const texts = sets.flatMap((set) => Object.values(set).flat())
  return Array.from({ length: NOTES }, (_, index) => ({
    id: `n${index}` as NoteId,
    text: `${texts[index % texts.length]} ${texts[(index * 7 + 3) % texts.length]?.split(' ').slice(0, 3).join(' ')}`,
  }))
}

/** Milliseconds of each run; the first one also reads the lexicon. */
function timesOf(notes: readonly LooseNote[]): readonly number[] {
  return Array.from({ length: TIMES }, () => {
    const start = performance.now()
    suggestGroups(notes, [])
    return performance.now() - start
  })
}

/** Measures suggestions against what a person grouped, and their speed; writes one table. */
export function runSuggestBench({ rounds, file }: SuggestBench): void {
  const example = labelledBy(exampleSession(data, Date.parse('2026-11-24T09:00:00Z')))
  const tuned: Readonly<Record<string, LabelledNotes>> = { example, ...TUNED_SETS }
  const [first = 0, ...others] = timesOf(manyNotes([...Object.values(tuned), ...Object.values(HELD_OUT_SETS)]))
  const rows = [
    ...Object.entries(tuned).flatMap(([name, set]) => rowsOf(name, set, rounds)),
    ...Object.entries(HELD_OUT_SETS).flatMap(([name, set]) => rowsOf(`${name}, held out`, set, rounds)),
  ]
  const middle = others.sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0
  const report = `# Suggestions

Targets: index (adjusted Rand) ${TARGET.index}, sound groups (two thirds of one label) ${percent(TARGET.sound)}, the right cluster among three
${percent(TARGET.among)}, ${NOTES} notes in ${TARGET.ms} ms. "half": the mean over ${rounds} random halves grouped as they should be, the other half loose;
"none": everything loose. A note in no group counts as a group of its own. Titles are left out: people's titles would only help.
The weights were tuned on the sets that are not held out; all four were written by the project, the lexicon after the first.

${tableOf(rows)}

${NOTES} notes: ${Math.round(middle)} ms (median of ${others.length}); ${Math.round(first)} ms the first time, with reading the lexicon. Off the main thread in the browser.
`
  writeFileSync(file, report)
  console.log(report)
}
