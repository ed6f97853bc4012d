import type * as Y from 'yjs'
import { markId, type ActionStepId, type ItemId, type PersonId } from '../ids.ts'
import { STEP_STATUSES, type ActionStep, type SchoolBreak } from '../records.ts'
import { isRecord, readOneOf, readString } from '../read.ts'
import { deskDraft, plcRoots, RECORD_TEXTS, recordAt } from '../schema.ts'
import { LOCAL } from '../text-diff.ts'
import { removeRecord, upsert } from './goal.ts'

/**
 * Says how a step stands on a day (ISO date), with a word. The step reads so from now on; how it stood on other days stays
 * on record, and so does what it was before anything was dated (SPEC G11).
 */
export function markStep(
  plc: Y.Doc,
  step: ActionStepId,
  date: string,
  change: Partial<Pick<ActionStep, 'status' | 'word'>>,
): void {
  const { steps, marks } = plcRoots(plc)
  const record = recordAt(steps, step)
  if (record === null) return
  const before = {
    status: readOneOf(record.get('status'), STEP_STATUSES, 'not_started'),
    word: readString(record.get('word')),
  }
  plc.transact(() => {
    const dated = [...marks.values()].some((mark) => isRecord(mark) && mark['step'] === step)
    if (!dated && before.status !== 'not_started') marks.set(markId(step, ''), { step, date: '', ...before })
    // A word of an earlier day stays with that day; one of today was meant for today's status.
    const fresh = change.status !== undefined && change.status !== before.status && !marks.has(markId(step, date))
    const after = { ...before, ...(fresh ? { word: '' } : {}), ...change }
    marks.set(markId(step, date), { step, date, ...after })
    upsert(plc, steps, step, after, RECORD_TEXTS.step)
  }, LOCAL)
}

export const saveBreak = (plc: Y.Doc, { id, from, to, name }: SchoolBreak): void =>
  upsert(plc, plcRoots(plc).breaks, id, { from, to, name }, [])

export const removeBreak = (plc: Y.Doc, id: ItemId): void => removeRecord(plc, plcRoots(plc).breaks, id)

/** Says how far a member's own goal sentence has got. The words come along only when they are shared (SPEC G12). */
export function setDraft(
  plc: Y.Doc,
  person: PersonId,
  draft: { readonly state: 'ready' | 'passed' } | { readonly state: 'shared'; readonly text: string } | null,
): void {
  const { drafts } = plcRoots(plc)
  plc.transact(() => (draft === null ? drafts.delete(person) : drafts.set(person, { ...draft })), LOCAL)
}

/** A person's own goal sentence for a PLC, on their desk: nobody else's device ever receives it (SPEC D5). */
export const draftText = (desk: Y.Doc, plc: string): Y.Text => deskDraft(desk, plc)
