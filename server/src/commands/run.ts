import { createHash } from 'node:crypto'
import {
  boardView,
  unreachable,
  ok,
  type Command,
  type CommandAnswer,
  type CommandRequest,
  type CommandType,
  type DocumentRef,
  type ItemId,
  type PersonId,
  type PlcId,
  plcView,
  type Result,
  type SessionId,
} from '@groundswell/shared'
import { sameBytes } from '../auth/secrets.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import type { Scribe } from '../scribe/index.ts'
import type { Session } from '../session/facts.ts'
import type { History } from '../session/history.ts'
import type { ActKey, SessionStore } from '../session/store.ts'
import { decide } from './decide.ts'
import { keepVersion, restore } from './history-effects.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { BoardFacts, Effect, Outcome, Scene } from './scene.ts'

export interface Actor {
  readonly session: SessionId
  readonly person: PersonId
}

export interface CommandDeps {
  readonly sessions: SessionStore
  readonly documents: Documents
  readonly scribe: Scribe
  readonly now: () => number
  /** Rights may have changed: for everyone in the session, or for one person. */
  readonly recheck: (session: SessionId, person?: PersonId) => void
  /** A view may be held from now on: see that it is let go. */
  readonly watchHold: (session: SessionId) => void
  /** A hand of notes may be out: see that it goes back. */
  readonly watchHands: (session: SessionId) => void
  /** A count before a reveal may have begun: see that it ends in one. */
  readonly watchReveal: (session: SessionId) => void
  readonly history: History
  /** The stage is brought up to date within a second. */
  readonly showSoon: (session: SessionId) => void
  /** A rehearsal was paused, went on, or changed its pace. */
  readonly steerRehearsal: (session: SessionId) => void
  /** Writes a document anew without its past, in the epoch after `epoch`. */
  readonly rebuild: (
    session: SessionId,
    document: { readonly ref: DocumentRef; readonly epoch: number },
  ) => Promise<Result<null, Fault>>
  /** Ends a session for good, documents and all. */
  readonly endSession: (session: SessionId) => Promise<void>
}

export type RunCommand = (actor: Actor, request: CommandRequest) => Promise<Result<CommandAnswer, Fault>>

const sessionGone = refuse('session_gone', 'This session has been deleted.')
const signedOut = refuse('unauthorized', 'You are no longer part of this session.')
const otherAct = refuse('conflict', 'This command id was used for something else.')

/**
 * Runs commands: facts → decision and its storage in one transaction → effects on documents and sockets → stage. An answer is stored with the decision, so a command that is sent again gets the first answer.
 */
export function createCommandRunner(deps: CommandDeps): RunCommand {
  const { sessions, scribe } = deps

  /** Decides and stores, in one transaction. The same act may be under way twice: the second finds the first's answer. */
  const execute = (key: ActKey, { command }: CommandRequest, board: BoardFacts): Result<Outcome, Fault> =>
    sessions.transaction(() => {
      const first = sessions.answers.find(key)
      if (first !== null) return sameBytes(first.commandHash, hashOf(command)) ? ok({ answer: first.answer }) : otherAct
      const scene = sceneOf(deps, key, board)
      if (!scene.ok) return scene
      const outcome = decide(scene.value, command)
      if (!outcome.ok) return outcome
      store(sessions, key, outcome.value)
      const { answer, effects = [] } = outcome.value
      if (answer !== null && !effects.some(mayFail)) sessions.answers.save(key, { commandHash: hashOf(command), answer })
      return outcome
    })

  const apply = async (key: ActKey, effects: readonly Effect[]): Promise<Result<number | null, Fault>> => {
    let revealed: number | null = null
    for (const effect of effects) {
      const result = await applyEffect(deps, key, effect)
      if (!result.ok) return result
      revealed = result.value ?? revealed
    }
    return ok(revealed)
  }

  return async ({ session: id, person }, request) => {
    const key = { session: id, person, id: request.id }
    const session = sessions.get(id)
    if (session === null) return sessionGone
    await scribe.wake(id)
    const outcome = execute(key, request, await lookAtBoard(deps.documents, session, request.command))
    if (!outcome.ok) return outcome
    const { effects = [] } = outcome.value
    const applied = await apply(key, effects)
    if (!applied.ok) return applied
    const answer = outcome.value.answer ?? { ok: true, type: 'desk.reveal', revealed: applied.value ?? 0 }
    if (sessions.get(id) === null) return ok(answer)
    if (effects.some(mayFail)) sessions.answers.save(key, { commandHash: hashOf(request.command), answer })
    // Sixty people react within seconds: their numbers are shown together.
    if (answer.type === 'note.react' || answer.type === 'cluster.flag') deps.showSoon(id)
    else await scribe.show(id)
    return ok(answer)
  }
}

/** Effects that can be refused or break off: what they answer is known, and kept, only afterwards. */
const mayFail = ({ kind }: Effect): boolean => kind !== 'recheck' && kind !== 'end-session' && kind !== 'steer-rehearsal'

const hashOf = (command: Command): Uint8Array => createHash('sha256').update(JSON.stringify(command)).digest()

function sceneOf(deps: CommandDeps, { session: id, person }: ActKey, board: BoardFacts): Result<Scene, Fault> {
  const session = deps.sessions.get(id)
  if (session === null) return sessionGone
  const actor = session.members.get(person)
  if (actor === undefined || actor.removed) return signedOut
  if (actor.role === 'display') return refuse('forbidden', 'A display only shows.')
  const { votes, agreements, reactions } = deps.sessions
  const facilitates = actor.role === 'facilitator'
  return ok({ session, actor, facilitates, now: deps.now(), board, votes, agreements, reactions })
}

function store(sessions: SessionStore, { session }: ActKey, { facts, members = [] }: Outcome): void {
  if (facts !== undefined) sessions.saveFacts(session, facts)
  for (const member of members) sessions.saveMember(session, member)
}

/** Commands that depend on what is on the board. */
const LOOKS_AT_BOARD: ReadonlySet<CommandType> = new Set<CommandType>([
  'step.go',
  'vote.place',
  'vote.close',
  'vote.hands',
  'cluster.home',
  'theme.mark',
  'attention.call',
  'note.react',
  'hand.take',
  'cluster.flag',
])
const NO_BOARD: BoardFacts = { clusters: new Set(), merged: new Map(), notes: new Set(), loose: [], replied: new Set() }

async function lookAtBoard(documents: Documents, session: Session, command: Command): Promise<BoardFacts> {
  if (command.type === 'question.withdraw') return { ...NO_BOARD, replied: await repliedTo(documents, session, command.question) }
  return LOOKS_AT_BOARD.has(command.type) ? boardFacts(documents, session) : NO_BOARD
}

export const boardFacts = (documents: Documents, session: Session): Promise<BoardFacts> =>
  documents.read(documentOf(session, { kind: 'board' }), (doc) => {
    const { clusters, merged, notes, loose } = boardView(doc)
    const looseIds = loose.map((note) => note.id)
    return { ...NO_BOARD, clusters: new Set(clusters.keys()), merged, notes: new Set(notes.keys()), loose: looseIds }
  })

async function repliedTo(documents: Documents, session: Session, question: ItemId): Promise<ReadonlySet<PlcId>> {
  const replied = new Set<PlcId>()
  for (const { id: plc } of session.facts.plcs) {
    const replies = await documents.read(documentOf(session, { kind: 'plc', plc }), (doc) => plcView(doc).replies)
    if (replies.some((reply) => reply.question === question)) replied.add(plc)
  }
  return replied
}

/** The number of notes revealed, for a reveal; null for everything else. */
async function applyEffect(deps: CommandDeps, key: ActKey, effect: Effect): Promise<Result<number | null, Fault>> {
  const { scribe } = deps
  const { session, person } = key
  switch (effect.kind) {
    case 'recheck':
      deps.recheck(session, effect.person)
      return ok(null)
    case 'prepare-plc':
      await scribe.preparePlc(session, effect.plc)
      return ok(null)
    case 'reveal':
      return ok(await scribe.reveal(session, effect.horizon))
    case 'publish-late':
      return scribe.publishLate(session, person, effect.note)
    case 'add-note':
      await scribe.addNote(session, person, addedNote(effect))
      return ok(null)
    case 'mend-note':
      return scribe.mend(session, person, effect)
    case 'withdraw-note':
      return scribe.withdraw(session, person, effect.note, effect.withdrawn)
    case 'show-agreement':
      await scribe.showAgreement(session, effect.plc)
      return ok(null)
    case 'watch-reveal':
      deps.watchReveal(session)
      return ok(null)
    case 'watch-hold':
      deps.watchHold(session)
      return ok(null)
    case 'watch-hands':
      deps.watchHands(session)
      return ok(null)
    case 'tell-held':
      return scribe.tellHeld(session, effect.note, effect.held)
    case 'keep-version':
      return keepVersion(deps, session, effect.ref)
    case 'restore':
      return restore(deps, session, effect)
    case 'rebuild':
      return deps.rebuild(session, effect)
    case 'steer-rehearsal':
      deps.steerRehearsal(session)
      return ok(null)
    case 'end-session':
      await deps.endSession(session)
      return ok(null)
    default:
      return unreachable(effect)
  }
}

const addedNote = ({ note: id, horizon, text, initials }: Extract<Effect, { readonly kind: 'add-note' }>) => ({
  id,
  horizon,
  text,
  initials,
})
