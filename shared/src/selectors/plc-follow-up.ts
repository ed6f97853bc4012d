import { isId, type ActionStepId, type ItemId, type PersonId } from '../ids.ts'
import { DRAFT_STATES, STEP_STATUSES, type GoalDraft, type SchoolBreak, type StepMark } from '../records.ts'
import { isRecord, readDate, readId, readOneOf, readString, recordsOf } from '../read.ts'
import type { PlcRoots, YRecord } from '../schema.ts'

/** The part of a PLC's view that grows while it comes back. */
interface FollowUp {
  readonly marks: readonly StepMark[]
  readonly breaks: readonly SchoolBreak[]
  readonly drafts: readonly GoalDraft[]
}

const readMark = ([id, value]: readonly [string, unknown]): StepMark | null => {
  if (!isRecord(value) || !isId(id)) return null
  const step = readId<ActionStepId>(value['step'])
  const status = readOneOf(value['status'], STEP_STATUSES, null)
  if (step === null || status === null) return null
  return { id: id as ItemId, step, date: readDate(value['date']), status, word: readString(value['word']) }
}

/** Days that end before they begin, or have no beginning, are none. */
const readBreak = ([id, record]: readonly [string, YRecord]): SchoolBreak | null => {
  const from = readDate(record.get('from'))
  const to = readDate(record.get('to')) || from
  return from === '' || to < from ? null : { id: id as ItemId, from, to, name: readString(record.get('name')) }
}

const readDraft = ([person, value]: readonly [string, unknown]): GoalDraft | null => {
  if (!isRecord(value) || !isId(person)) return null
  const state = readOneOf(value['state'], DRAFT_STATES, null)
  if (state === null) return null
  return { person: person as PersonId, state, text: state === 'shared' ? readString(value['text']) : '' }
}

const there = <T>(entry: T | null): entry is T => entry !== null
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Marks of steps that are gone are left out; they come back with the step. */
export const readFollowUp = (roots: PlcRoots, steps: ReadonlySet<string>): FollowUp => ({
  marks: [...roots.marks.entries()]
    .map(readMark)
    .filter(there)
    .filter((mark) => steps.has(mark.step))
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id)),
  breaks: recordsOf(roots.breaks)
    .map(readBreak)
    .filter(there)
    .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id)),
  drafts: [...roots.drafts.entries()]
    .map(readDraft)
    .filter(there)
    .sort((a, b) => compare(a.person, b.person)),
})
