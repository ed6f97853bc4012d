import {
  questionState,
  seedPlan,
  seedPlc,
  seedReply,
  showRound,
  type Horizon,
  type Mending,
  type NoteId,
  type PersonId,
  type PlcId,
  type Result,
  type SessionId,
} from '@groundswell/shared'
import type { Randomness } from '../auth/secrets.ts'
import type { Fault } from '../session/fault.ts'
import { agreementIn, type Session, type SessionFacts } from '../session/facts.ts'
import type { History } from '../session/history.ts'
import type { SessionStore } from '../session/store.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { addForPerson, publishLate, type RoundTwoNote } from './late-note.ts'
import { bringBackOwn, mendOwn, withdrawOwn } from './own-note.ts'
import { reveal } from './reveal.ts'
import { tellHeld } from './review.ts'
import { drawStage, type Answered, type Counted } from './stage-image.ts'

/** The server's own hand in the documents. Everything it does can be done again without harm. */
export interface Scribe {
  /** Finishes what a crash may have left undone; once in the life of this process for each session. */
  readonly wake: (id: SessionId) => Promise<void>
  /** Brings the stage up to the facts. */
  readonly show: (id: SessionId) => Promise<void>
  /** Changes the facts and shows them; nothing happens when the session is gone or the facts stay the same. */
  readonly change: (id: SessionId, change: (facts: SessionFacts) => SessionFacts) => Promise<void>
  readonly preparePlc: (id: SessionId, plc: PlcId) => Promise<void>
  /** Brings the PLC's document up to the round of agreement that was shown; nothing while it is hidden. */
  readonly showAgreement: (id: SessionId, plc: PlcId) => Promise<void>
  /** Publishes the desks' notes of one horizon; answers how many of them stand on the board. */
  readonly reveal: (id: SessionId, horizon: Horizon) => Promise<number>
  /** Tells the writer of a note that it was set aside before the reveal, or is taken along again. */
  readonly tellHeld: (id: SessionId, note: NoteId, held: boolean) => Promise<Result<null, Fault>>
  readonly publishLate: (id: SessionId, person: PersonId, note: NoteId) => Promise<Result<null, Fault>>
  readonly addNote: (id: SessionId, person: PersonId, note: RoundTwoNote) => Promise<void>
  /** Changes the words of a person's own note on the board. */
  readonly mend: (id: SessionId, person: PersonId, mending: Mending) => Promise<Result<null, Fault>>
  /** Takes a person's own note off the board, or brings it back. */
  readonly withdraw: (id: SessionId, person: PersonId, note: NoteId, withdrawn: boolean) => Promise<Result<null, Fault>>
  readonly forget: (id: SessionId) => void
}

export interface ScribeDeps {
  readonly documents: Documents
  readonly sessions: SessionStore
  readonly random: Randomness
  readonly history: Pick<History, 'keep'>
  /** Whether that person has a device connected. */
  readonly isHere: (session: SessionId, person: PersonId) => boolean
}

/** The session is gone while the scribe works for it. */
export class SessionGone extends Error {}

export function createScribe({ documents, sessions, random, history, isHere }: ScribeDeps): Scribe {
  const awake = new Map<SessionId, Promise<void>>()
  const revealing = new Map<string, Promise<number>>()

  const get = (id: SessionId): Session => {
    const session = sessions.get(id)
    if (session === null) throw new SessionGone('the session is gone')
    return session
  }
  const countedIn = (session: Session): Counted => ({
    votes: votesShown(sessions, session),
    answered: answeredIn(sessions, session),
    reactions: sessions.reactions.counts(session.id),
    isHere: (person) => isHere(session.id, person),
  })
  const show = (id: SessionId): Promise<void> =>
    documents.write(documentOf(get(id), { kind: 'stage' }), (stage) => {
      const session = sessions.get(id)
      if (session !== null) drawStage(stage, session, countedIn(session))
    })
  const change = async (id: SessionId, next: (facts: SessionFacts) => SessionFacts): Promise<void> => {
    const session = sessions.get(id)
    if (session === null) return
    const facts = next(session.facts)
    if (JSON.stringify(facts) === JSON.stringify(session.facts)) return
    sessions.saveFacts(id, facts)
    await show(id)
  }
  const preparePlc = async (id: SessionId, plc: PlcId): Promise<void> => {
    const session = get(id)
    const members = session.facts.plcs.find((other) => other.id === plc)?.members ?? []
    const questions = session.facts.questionCards.filter((card) => questionState(card, plc) !== null)
    await documents.write(documentOf(session, { kind: 'plc', plc }), (doc) => {
      seedPlc(doc)
      for (const member of members) seedPlan(doc, member)
      for (const { id: question } of questions) seedReply(doc, question)
    })
  }
  const showAgreement = async (id: SessionId, plc: PlcId): Promise<void> => {
    const session = get(id)
    const { round, shownAt: at } = agreementIn(session.facts, plc)
    if (at === null) return
    const answers = sessions.agreements.of({ session: id, plc, round })
    // A session that was imported has its answers in the document alone.
    if (answers.length > 0)
      await documents.write(documentOf(session, { kind: 'plc', plc }), (doc) => showRound(doc, { round, at, answers }))
  }
  const publish = async (id: SessionId, horizon: Horizon): Promise<number> => {
    // Who goes to another step with the reveal goes there now; the notes come to them as they are written.
    const shown = show(id)
    await history.keep(documentOf(get(id), { kind: 'board' }), 'before-reveal')
    await shown
    const { notes, writers } = await reveal(documents, random, get(id), horizon)
    await change(id, (facts) => {
      const before = facts.writing[horizon]
      const after = { notes, writers: Math.max(writers, before.writers), reveal: 'done' as const }
      return { ...facts, writing: { ...facts.writing, [horizon]: after } }
    })
    return notes
  }
  /** Two commands may ask for one reveal at once; it runs once and both wait for it. */
  const revealOnce = (id: SessionId, horizon: Horizon): Promise<number> => {
    const key = `${id} ${horizon}`
    const running = revealing.get(key) ?? publish(id, horizon).finally(() => revealing.delete(key))
    revealing.set(key, running)
    return running
  }
  const resume = async (id: SessionId): Promise<void> => {
    const { plcs, writing } = get(id).facts
    for (const { id: plc } of plcs) {
      await preparePlc(id, plc)
      await showAgreement(id, plc)
    }
    for (const horizon of ['current', 'ideal'] as const) if (writing[horizon].reveal === 'running') await revealOnce(id, horizon)
    await show(id)
  }
  return {
    wake(id) {
      const running = awake.get(id) ?? resume(id)
      awake.set(id, running)
      return running.catch((error: unknown) => {
        awake.delete(id)
        throw error
      })
    },
    show,
    change,
    preparePlc,
    showAgreement,
    reveal: revealOnce,
    tellHeld: (id, note, held) => tellHeld(documents, get(id), note, held),
    publishLate: (id, person, note) => publishLate(documents, get(id), person, note),
    addNote: (id, person, note) => addForPerson(documents, get(id), person, note),
    mend: (id, person, mending) => mendOwn(documents, get(id), person, mending),
    withdraw: (id, person, note, withdrawn) =>
      withdrawn ? withdrawOwn(documents, () => get(id), person, note) : bringBackOwn(documents, get(id), person, note),
    forget: (id) => void awake.delete(id),
  }
}

const votesShown = ({ votes }: SessionStore, { id, facts }: Session) => (facts.vote.state === 'open' ? votes.all(id) : [])

/** Who has answered in the round that each PLC is in. */
const answeredIn = ({ agreements }: SessionStore, { id, facts }: Session): Answered =>
  new Map(
    facts.plcs.map(({ id: plc }) => {
      const { round } = agreementIn(facts, plc)
      return [plc, agreements.of({ session: id, plc, round }).map(({ person }) => person)] as const
    }),
  )
