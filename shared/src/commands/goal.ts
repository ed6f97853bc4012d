import type * as Y from 'yjs'
import type { ActionStepId, IndicatorId, ItemId, NoteId, PersonId, ThemeId } from '../ids.ts'
import type { Agreement, CheckIn, GoalField, GoalList, Indicator, PdsaEntry, Reading } from '../records.ts'
import {
  makeRecord,
  nextOrder,
  plcRoots,
  RECORD_TEXTS,
  recordAt,
  textAt,
  textField,
  type YRecord,
  type YRecords,
} from '../schema.ts'
import { LOCAL, setText } from '../text-diff.ts'

/**
 * Promotes a theme into this PLC's goal: the goal keeps the link, and through it every note beneath.
 * Nothing is copied, so the first promotion stands and a second one with the same theme changes nothing (SPEC G1).
 */
export function promoteTheme(plc: Y.Doc, theme: ThemeId): void {
  const { goal } = plcRoots(plc)
  if (goal.get('theme') === theme) return
  plc.transact(() => goal.set('theme', theme), LOCAL)
}

/** The shared text of a goal field for an editor to bind to. */
export const goalText = (plc: Y.Doc, field: GoalField): Y.Text => {
  const { goal } = plcRoots(plc)
  return plc.transact(() => textField(goal, field), LOCAL)
}

export const editGoal = (plc: Y.Doc, field: GoalField, text: string): void => setText(goalText(plc, field), text)

export function setGoalDates(plc: Y.Doc, dates: { readonly start?: string; readonly end?: string }): void {
  const { goal } = plcRoots(plc)
  plc.transact(() => {
    for (const [key, value] of Object.entries(dates)) goal.set(key, value)
  }, LOCAL)
}

/** Writes fields into a record, shared texts by minimal change and everything else by value. */
function write(record: YRecord, fields: Readonly<Record<string, unknown>>, texts: readonly string[]): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!texts.includes(key)) record.set(key, Array.isArray(value) ? [...(value as unknown[])] : value)
    else if (typeof value === 'string') setText(textField(record, key), value)
  }
}

/** Adds a record or changes the given fields of one that is there. */
export function upsert(
  plc: Y.Doc,
  records: YRecords,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  texts: readonly string[],
): void {
  plc.transact(() => {
    const record = recordAt(records, id)
    if (record !== null) write(record, fields, texts)
    else records.set(id, makeRecord({ order: nextOrder(records), ...fields }, texts))
  }, LOCAL)
}

export const removeRecord = (plc: Y.Doc, records: YRecords, id: string): void => {
  plc.transact(() => records.delete(id), LOCAL)
}

/** The shared text `key` of a record for an editor to bind to; null when the record or the text is not there. */
export const recordText = (records: YRecords, id: string, key: string): Y.Text | null => textAt(records, id, key)

export const saveIndicator = (plc: Y.Doc, id: IndicatorId, fields: Partial<Omit<Indicator, 'id' | 'order'>>): void =>
  upsert(plc, plcRoots(plc).indicators, id, fields, RECORD_TEXTS.indicator)

export const removeIndicator = (plc: Y.Doc, id: IndicatorId): void => removeRecord(plc, plcRoots(plc).indicators, id)

export const saveListItem = (plc: Y.Doc, list: GoalList, id: ItemId, text: string): void =>
  upsert(plc, plcRoots(plc).items, id, { list, text }, RECORD_TEXTS.item)

export const removeListItem = (plc: Y.Doc, id: ItemId): void => removeRecord(plc, plcRoots(plc).items, id)

/** Quotes a note into the goal, or takes the quotation back. The note itself never changes. */
export function quoteNote(plc: Y.Doc, note: NoteId, quoted: boolean): void {
  const { quotes } = plcRoots(plc)
  if (quotes.has(note) === quoted) return
  plc.transact(() => (quoted ? quotes.set(note, true) : quotes.delete(note)), LOCAL)
}

export function setAgreement(plc: Y.Doc, agreement: Agreement): void {
  const { agreement: root } = plcRoots(plc)
  plc.transact(() => root.set(agreement.person, { level: agreement.level, reservation: agreement.reservation }), LOCAL)
}

export const clearAgreement = (plc: Y.Doc, person: PersonId): void => {
  plc.transact(() => plcRoots(plc).agreement.delete(person), LOCAL)
}

/** Adds a check-in or changes the given fields of one that is there. */
export const saveCheckIn = (plc: Y.Doc, { id, ...fields }: Partial<CheckIn> & Pick<CheckIn, 'id'>): void =>
  upsert(plc, plcRoots(plc).checkIns, id, fields, RECORD_TEXTS.checkIn)

/** The shared text `key` of a record for an editor to bind to, made where there is none; null when the record is gone. */
const textIn = (plc: Y.Doc, records: YRecords, id: string, key: string): Y.Text | null => {
  const record = recordAt(records, id)
  return record === null ? null : plc.transact(() => textField(record, key), LOCAL)
}

/** What a check-in will ask, for an editor to bind to. */
export const checkInFocus = (plc: Y.Doc, id: ItemId): Y.Text | null => textIn(plc, plcRoots(plc).checkIns, id, 'focus')

/** The word on how a step stands, for an editor to bind to; `markStep` puts it on record. */
export const stepWord = (plc: Y.Doc, id: ActionStepId): Y.Text | null => textIn(plc, plcRoots(plc).steps, id, 'word')

export const removeCheckIn = (plc: Y.Doc, id: ItemId): void => removeRecord(plc, plcRoots(plc).checkIns, id)

export const saveReading = (plc: Y.Doc, reading: Reading): void =>
  upsert(plc, plcRoots(plc).readings, reading.id, { indicator: reading.indicator, date: reading.date, value: reading.value }, [])

export const removeReading = (plc: Y.Doc, id: ItemId): void => removeRecord(plc, plcRoots(plc).readings, id)

export const removePdsa = (plc: Y.Doc, id: ItemId): void => removeRecord(plc, plcRoots(plc).pdsa, id)

export const savePdsa = (plc: Y.Doc, id: ItemId, fields: Partial<Omit<PdsaEntry, 'id'>>): void =>
  upsert(plc, plcRoots(plc).pdsa, id, fields, RECORD_TEXTS.pdsa)

/** The shared text of the answer to a question; null until the server has made it. */
export const replyText = (plc: Y.Doc, question: ItemId): Y.Text | null => textAt(plcRoots(plc).replies, question, 'text')
