import {
  addReactions,
  allows,
  LIMITS,
  REACTIONS,
  stageRoots,
  type Dealing,
  type NoteReactions,
  type PersonId,
  type PlcId,
  type StageView,
} from '@groundswell/shared'
import type * as Y from 'yjs'
import { turnoutOf, validVotes, votersOf } from '../session/votes.ts'
import { agreementIn, stepOf, type DealingFacts, type Session, type Vote } from '../session/facts.ts'

type Entries = ReadonlyMap<string, unknown>

/** Who has answered in the round that each PLC is in; never what. */
export type Answered = ReadonlyMap<PlcId, readonly PersonId[]>

/** What the stage shows beside the facts: what is counted in rows, and who is connected. */
export interface Counted {
  readonly votes: readonly Vote[]
  readonly answered: Answered
  readonly reactions: readonly NoteReactions[]
  readonly isHere: (person: PersonId) => boolean
}

/**
 * Makes the stage document show the session's facts, by the smallest change. The facts are the truth: repeating this
 * after a crash, or after any number of commands, always ends in the same stage.
 */
export function drawStage(stage: Y.Doc, session: Session, counted: Counted): void {
  const roots = stageRoots(stage)
  const { facts } = session
  draw(roots.session, sessionEntries(session, counted))
  draw(roots.people, byId(peopleOf(session)))
  draw(roots.themes, byId(facts.themes))
  draw(roots.plcs, byId(facts.plcs))
  draw(roots.questions, byId(facts.questionCards))
  draw(roots.agreements, agreementsShown(session, counted.answered))
  draw(roots.hands, handsShown(facts.room.dealing))
  draw(roots.reactions, reactionsShown(addReactions(facts.reactions, counted.reactions)))
}

/** Displays are devices, not people: they have no place in the roster. */
const peopleOf = ({ members }: Session) => [...members.values()].filter((member) => member.role !== 'display')

const byId = (records: readonly { readonly id: string }[]): Entries => new Map(records.map(({ id, ...record }) => [id, record]))

const reactionsShown = (counts: readonly NoteReactions[]): Entries =>
  new Map(counts.map((count) => [count.note, REACTIONS.map((kind) => count[kind])]))

/** Heads of those who take part, do not lead and are connected: nobody waits for who has left. */
function headsHere({ members }: Session, { isHere }: Counted, among: (person: PersonId) => boolean = () => true): number {
  let heads = 0
  for (const { id, role, removed, heads: own } of members.values())
    if (role === 'participant' && !removed && among(id) && isHere(id)) heads += own
  return heads
}

function sessionEntries(session: Session, counted: Counted): Entries {
  const {
    title,
    district,
    targetYear,
    questions,
    naming,
    language,
    norms,
    agenda,
    step,
    timer,
    homes,
    codeLocked,
    rehearsal,
    epochs,
    ...facts
  } = session.facts
  const writing = {
    current: writingShown(facts.writing.current),
    ideal: writingShown(facts.writing.ideal),
  }
  return new Map<string, unknown>(
    Object.entries({
      title,
      district,
      targetYear,
      questions,
      naming,
      language,
      norms,
      agenda,
      step,
      timer,
      homes,
      codeLocked,
      rehearsal,
      epochs,
      room: roomShown(session, counted),
      writing,
      done: headsHere(session, counted, (person) => facts.done.includes(person)),
      vote: voteShown(session, counted.votes),
    }),
  )
}

function agreementsShown({ facts }: Session, answered: Answered): Entries {
  const status = ({ id }: { readonly id: PlcId }) => {
    const { round, shownAt } = agreementIn(facts, id)
    return [id, { round, shown: shownAt !== null, answered: answered.get(id) ?? [] }] as const
  }
  return new Map(facts.plcs.map(status))
}

/** The room as everyone may know it: what was held back before a reveal is between the server and its writer. */
function roomShown(session: Session, counted: Counted): StageView['room'] {
  const { facts } = session
  const { held: _private, dealing, ...room } = facts.room
  const done = new Set(facts.done)
  const inRooms = allows(stepOf(facts)).room
  const roomsDone = facts.plcs.map(({ id, members }) => ({
    plc: id,
    done: headsHere(session, counted, (person) => members.includes(person) && done.has(person)),
    here: headsHere(session, counted, (person) => members.includes(person)),
  }))
  return { ...room, dealing: dealingShown(dealing), here: headsHere(session, counted), roomsDone: inRooms ? roomsDone : [] }
}

const handsShown = (dealing: DealingFacts): Entries =>
  new Map(dealing.state === 'hands' ? dealing.hands.map(({ person, notes }) => [person, notes]) : [])

function dealingShown(dealing: DealingFacts): Dealing {
  if (dealing.state !== 'curating') return { state: dealing.state }
  const { curators, flags } = dealing
  return { state: 'curating', curators, flags: flags.map(({ cluster, people }) => ({ cluster, count: people.length })) }
}

const writingShown = ({ notes, writers, reveal }: Session['facts']['writing']['current']): StageView['writing']['current'] => ({
  notes,
  writers,
  revealed: reveal === 'done',
})

/** While the vote is open the stage tells how many voted, never what for. */
function voteShown(session: Session, votes: readonly Vote[]): StageView['vote'] {
  const { vote } = session.facts
  if (vote.state !== 'open') return vote
  const valid = validVotes(session, votes)
  return { state: 'open', budget: LIMITS.votesPerHead, turnout: turnoutOf(valid), voters: votersOf(session, valid) }
}

function draw(root: Y.Map<unknown>, wanted: Entries): void {
  for (const [key, value] of wanted) {
    if (JSON.stringify(root.get(key)) !== JSON.stringify(value)) root.set(key, value)
  }
  for (const key of root.keys()) if (!wanted.has(key)) root.delete(key)
}
