import {
  documentKey,
  err,
  createUndo,
  rootsToUndo,
  type ApiErrorCode,
  type Command,
  type CommandAnswer,
  type DocumentRef,
  type MyFacts,
  type PersonId,
  type Result,
  type Right,
  type SessionId,
  type SessionRole,
} from '@groundswell/shared'
import type { ReactNode } from 'react'
import * as Y from 'yjs'
import type { DocumentHandle, PresenceChannel, SavedState } from './contract.ts'
import type { LiveDocument, SessionCore } from './core.ts'
import { SessionProvider } from './SessionProvider.tsx'

const NO_ONE: ReturnType<PresenceChannel['others']> = []
const NOBODY: PresenceChannel = {
  others: () => NO_ONE,
  subscribe: () => () => {},
  moveCursor: () => {},
  drag: () => {},
  setEditing: () => {},
  askForPointers: () => {},
}

export interface FakeSessionOptions {
  readonly person?: string
  readonly role?: SessionRole
  readonly right?: Right
  readonly saved?: SavedState
  readonly facts?: MyFacts
  /** Answers commands; without it every command is refused as `unavailable`. */
  readonly command?: (command: Command) => Promise<Result<CommandAnswer, ApiErrorCode>>
}

export interface FakeSession extends SessionCore {
  /** The document behind a ref, to prepare or inspect. */
  readonly docOf: (ref: DocumentRef) => Y.Doc
  readonly sent: Command[]
}

/** A session without network, for tests of components: plain documents, everything ready and saved. */
export function fakeSession(options: FakeSessionOptions = {}): FakeSession {
  const saved = options.saved ?? { state: 'saved' }
  const documents = new Map<string, LiveDocument>()
  const sent: Command[] = []
  const document = (ref: DocumentRef): LiveDocument => {
    const key = documentKey(ref)
    const live = documents.get(key) ?? fakeDocument(ref, ref.kind === 'stage' ? 'read' : (options.right ?? 'write'), saved)
    documents.set(key, live)
    return live
  }
  return {
    id: 'session' as SessionId,
    seat: { person: (options.person ?? 'me') as PersonId, role: options.role ?? 'participant' },
    clockOffset: () => 0,
    token: () => 'token',
    command: (command) => {
      sent.push(command)
      return options.command?.(command) ?? Promise.resolve(err('unavailable'))
    },
    open: (ref) => ({ handle: document(ref).handle(), release: document(ref).retain() }),
    presence: (ref) => document(ref).presence,
    subscribe: () => () => {},
    leave: () => {},
    document,
    facts: { get: () => options.facts ?? null, subscribe: () => () => {} },
    saved: () => saved,
    docOf: (ref) => document(ref).handle().doc,
    sent,
  }
}

function fakeDocument(ref: DocumentRef, right: Right, saved: SavedState): LiveDocument {
  const doc = new Y.Doc()
  const undo = right === 'write' ? createUndo(doc, rootsToUndo(doc, ref)) : null
  const handle: DocumentHandle = { ref, doc, right, ready: true, saved, undo }
  return { handle: () => handle, subscribe: () => () => {}, retain: () => () => {}, presence: NOBODY }
}

/** Renders children inside a fake session. */
export function FakeSessionProvider({ session, children }: { readonly session: SessionCore; readonly children: ReactNode }) {
  return (
    <SessionProvider session={session} onRefused={() => {}}>
      {children}
    </SessionProvider>
  )
}
