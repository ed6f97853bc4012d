import {
  fileAgreement,
  fileRankings,
  fillBoard,
  fillPlc,
  keptRehearsal,
  type PlcId,
  type SessionDocuments,
  type SessionFile,
} from '@groundswell/shared'
import * as Y from 'yjs'
import { agreementIn, newRoom, type AgreementFacts, type Member, type Session, type SessionFacts } from '../session/facts.ts'
import type { AgreementTable } from '../session/store.ts'
import { documentOf, type Documents } from '../session/documents.ts'

/** Everything an export is made of. Desks and coaches' notes are not even opened. */
export async function copyDocuments(documents: Documents, session: Session): Promise<SessionDocuments> {
  const plcs = new Map<PlcId, Y.Doc>()
  for (const { id } of session.facts.plcs) plcs.set(id, await copyOf(documents, session, { kind: 'plc', plc: id }))
  const stage = await copyOf(documents, session, { kind: 'stage' })
  const board = await copyOf(documents, session, { kind: 'board' })
  return { stage, board, plcs }
}

/** A copy at one moment: other documents load meanwhile, and the live one must not be kept. */
const copyOf = (documents: Documents, session: Session, ref: Parameters<typeof documentOf>[1]): Promise<Y.Doc> =>
  documents.read(documentOf(session, ref), (doc) => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  })

/** The answers of a file as rows, so that who answers later does not put them out of sight. */
export function fillAgreements(table: AgreementTable, { id, facts }: Session, file: SessionFile): void {
  for (const { id: plc, agreement } of file.plcs) {
    const { round } = agreementIn(facts, plc)
    for (const answer of agreement) table.save({ session: id, plc, round }, answer)
  }
}

/** Writes the file's board and PLCs into the documents of a session that nobody knows yet. */
export async function fillDocuments(documents: Documents, session: Session, file: SessionFile): Promise<void> {
  await documents.write(documentOf(session, { kind: 'board' }), (doc) => fillBoard(doc, file))
  for (const { id } of file.plcs)
    await documents.write(documentOf(session, { kind: 'plc', plc: id }), (doc) => fillPlc(doc, file, id))
}

/** The facts of a session file; whatever was running is not running any more. */
export function factsFrom({ session, themes, plcs, questionCards, reactions }: SessionFile): SessionFacts {
  const { writing, vote, rehearsal, ...facts } = session
  const shown = ({ notes, writers, revealed }: (typeof writing)['current']) => ({
    notes,
    writers,
    reveal: revealed ? ('done' as const) : ('not_yet' as const),
  })
  return {
    ...facts,
    epochs: {},
    timer: null,
    done: [],
    writing: { current: shown(writing.current), ideal: shown(writing.ideal) },
    vote,
    themes,
    plcs: plcs.map(({ id, name, members, theme, order }) => ({ id, name, members, theme, order })),
    questionCards,
    agreements: plcs.map(agreementFrom),
    reactions,
    codeLocked: false,
    room: { ...newRoom(), rankings: fileRankings({ plcs }) },
    rehearsal: keptRehearsal(rehearsal),
  }
}

const agreementFrom = (plc: SessionFile['plcs'][number]): AgreementFacts => {
  const { round, shown } = fileAgreement(plc)
  return { plc: plc.id, round, shownAt: shown ? (plc.rounds.at(-1)?.at ?? (Date.parse(plc.goal.start) || 0)) : null }
}

/** The file's people, with a facilitator among them for whoever imports it. */
export function membersFrom(file: SessionFile, stranger: Member): readonly Member[] {
  const people = file.people.filter((person) => person.role !== 'display')
  const hasFacilitator = people.some((person) => person.role === 'facilitator' && !person.removed)
  return hasFacilitator ? people : [...people, stranger]
}
