import type * as Y from 'yjs'
import { assert } from '../assert.ts'
import type { ActionStepId, PersonId } from '../ids.ts'
import type { ActionStep, PlanField } from '../records.ts'
import { plcRoots, RECORD_TEXTS, recordAt, seedPlan, textField } from '../schema.ts'
import { LOCAL, setText } from '../text-diff.ts'
import { removeRecord, upsert } from './goal.ts'

/** The shared text of a plan field for an editor to bind to; the plan is made if the server has not yet. */
export function planText(plc: Y.Doc, person: PersonId, field: PlanField): Y.Text {
  return plc.transact(() => {
    seedPlan(plc, person)
    const plan = recordAt(plcRoots(plc).plans, person)
    assert(plan !== null, 'a seeded plan is there')
    return textField(plan, field)
  }, LOCAL)
}

export const editPlan = (plc: Y.Doc, person: PersonId, field: PlanField, text: string): void =>
  setText(planText(plc, person, field), text)

/** Adds an action step, or changes the given fields of one. A new step needs its owner. */
export const saveStep = (plc: Y.Doc, id: ActionStepId, fields: Partial<Omit<ActionStep, 'id' | 'order'>>): void =>
  upsert(plc, plcRoots(plc).steps, id, fields, RECORD_TEXTS.step)

export const removeStep = (plc: Y.Doc, id: ActionStepId): void => removeRecord(plc, plcRoots(plc).steps, id)
