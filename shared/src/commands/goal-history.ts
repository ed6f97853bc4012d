import type * as Y from 'yjs'
import type { ItemId, PersonId } from '../ids.ts'
import { withUnit } from '../measure.ts'
import { GOAL_FIELDS, type Agreement, type AgreementRound, type GoalVersion } from '../records.ts'
import { readNumber, readString, recordsOf } from '../read.ts'
import { plcRoots, type YRecord } from '../schema.ts'
import { LOCAL } from '../text-diff.ts'

const measureLine = (record: YRecord): string => {
  const read = (key: string): string => readString(record.get(key)).trim()
  const [from, to] = [read('baseline'), read('target')].map((value) => withUnit(value, read('unit')))
  return `${read('text')}: ${from || '…'} → ${to || '…'}`
}

/** The goal's words and measures as they are now. */
function goalNow(plc: Y.Doc): Pick<GoalVersion, 'fields' | 'measures'> {
  const { goal, indicators } = plcRoots(plc)
  const records = recordsOf(indicators).map(([, record]) => record)
  const inOrder = records.sort((a, b) => readNumber(a.get('order')) - readNumber(b.get('order')))
  const fields = Object.fromEntries(GOAL_FIELDS.map((field) => [field, readString(goal.get(field))])) as GoalVersion['fields']
  return { fields, measures: inOrder.map(measureLine) }
}

/** Keeps the goal as it is now; keeping it again under the same id changes nothing (SPEC G10). */
export function keepVersion(
  plc: Y.Doc,
  version: { readonly id: ItemId; readonly at: number; readonly by: PersonId | null; readonly round?: number },
): void {
  const { versions } = plcRoots(plc)
  if (versions.has(version.id)) return
  const { id, at, by, round = null } = version
  plc.transact(() => versions.set(id, { at, by, round, ...goalNow(plc) }), LOCAL)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The id under which a round and its version of the goal stand, so that showing it again changes nothing. */
const roundId = (round: number): ItemId => `round-${round}` as ItemId

const answerOf = ({ level, reservation }: Agreement) => ({ level, reservation })

/** Shows a round of agreement: on record with the goal it was about, and as the answers that hold now (SPEC G9). */
export function showRound(plc: Y.Doc, shown: Omit<AgreementRound, 'id'>): void {
  const { agreement, rounds } = plcRoots(plc)
  const { round, at, answers } = shown
  const id = roundId(round)
  if (same(rounds.get(id), { round, at, answers })) return
  plc.transact(() => {
    rounds.set(id, { round, at, answers: answers.map((answer) => ({ ...answer })) })
    keepVersion(plc, { id, at, by: null, round })
    for (const person of agreement.keys()) if (!answers.some((answer) => answer.person === person)) agreement.delete(person)
    for (const answer of answers)
      if (!same(agreement.get(answer.person), answerOf(answer))) agreement.set(answer.person, answerOf(answer))
  }, LOCAL)
}
