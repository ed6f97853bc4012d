import {
  createCluster,
  ok,
  stageView,
  type ClusterId,
  type Command,
  type PersonId,
  type SessionId,
  type StepId,
} from '@groundswell/shared'
import { createMemoryDocuments } from '../../scribe/testing/memory-documents.ts'
import { createMemoryHistory } from '../../scribe/testing/memory-history.ts'
import { personOf, sessionOf } from '../../scribe/testing/sessions.ts'
import { createScribe } from '../../scribe/index.ts'
import { openDatabase } from '../../store/database.ts'
import { createSessionStore } from '../../store/session-store.ts'
import { createCommandRunner } from '../run.ts'

export const SESSION = 'session' as SessionId
export const id = <T>(text: string): T => text as T

/** A session with a store, a scribe and three clusters, and a clock that the test sets. */
export function setUp() {
  const documents = createMemoryDocuments()
  const history = createMemoryHistory(documents)
  const sessions = createSessionStore(openDatabase(':memory:'))
  const rechecked: (string | undefined)[] = []
  const steered: string[] = []
  const clock = { now: 1_000_000 }
  const scribe = createScribe({ documents, sessions, history, random: (bytes) => new Uint8Array(bytes), isHere: () => true })
  const run = createCommandRunner({
    sessions,
    documents,
    history,
    scribe,
    now: () => clock.now,
    recheck: (_session, person) => void rechecked.push(person),
    watchHold: () => {},
    watchHands: () => {},
    showSoon: (session) => void scribe.show(session),
    watchReveal: () => {},
    rebuild: async () => ok(null),
    steerRehearsal: (session) => void steered.push(session),
    endSession: async (session) => sessions.remove(session),
  })
  sessions.create(sessionOf([personOf('ana'), personOf('ben'), personOf('table', { heads: 2, device: 'table' })]), 0)
  for (const name of ['c1', 'c2', 'c3', 'c4']) {
    createCluster(documents.doc('board'), { id: name as ClusterId, at: { x: 0, y: 0 }, title: name })
  }
  let acts = 0
  const send = async (person: string, command: Command, act = `act-${++acts}`) => {
    const answer = await run({ session: SESSION, person: person as PersonId }, { id: act, command })
    return answer.ok ? answer.value : answer.error.code
  }
  const told = async (person: string, command: Command) => {
    const answer = await send(person, command)
    return typeof answer === 'string' ? answer : 'ok'
  }
  const go = (step: string) => told('coach', { type: 'step.go', to: id<StepId>(step) })
  const stage = () => stageView(documents.doc('stage'))
  return { documents, sessions, send, told, go, stage, clock, rechecked, steered }
}

export type Rig = ReturnType<typeof setUp>
