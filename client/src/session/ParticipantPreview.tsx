import { assert, err, type MyFacts, type PersonId } from '@groundswell/shared'
import { useContext, useMemo, type ReactNode } from 'react'
import * as Y from 'yjs'
import type { DocumentHandle, PresenceChannel } from './contract.ts'
import type { LiveDocument, SessionCore } from './core.ts'
import { SessionContext, SessionProvider } from './SessionProvider.tsx'

const NO_ONE: ReturnType<PresenceChannel['others']> = []
const SILENT: PresenceChannel = {
  others: () => NO_ONE,
  subscribe: () => () => {},
  moveCursor: () => {},
  drag: () => {},
  setEditing: () => {},
  askForPointers: () => {},
}
const FACTS: MyFacts = { votes: [], agreements: [], reactions: [], flags: [], done: false, links: null, code: null }
const WATCHER = 'preview' as PersonId

/** A document as someone sees it who may not change it. */
function readOnly(live: LiveDocument): LiveDocument {
  let from: DocumentHandle | null = null
  let shown: DocumentHandle | null = null
  const handle = (): DocumentHandle => {
    const now = live.handle()
    if (from !== now || shown === null) shown = { ...now, right: 'read', undo: null }
    from = now
    return shown
  }
  return { handle, subscribe: live.subscribe, retain: live.retain, presence: SILENT }
}

/** An empty desk of nobody. */
function emptyDesk(): LiveDocument {
  const handle: DocumentHandle = {
    ref: { kind: 'desk', person: WATCHER },
    doc: new Y.Doc(),
    right: 'read',
    ready: true,
    saved: { state: 'saved' },
    undo: null,
  }
  return { handle: () => handle, subscribe: () => () => {}, retain: () => () => {}, presence: SILENT }
}

function previewOf(session: SessionCore): SessionCore {
  const desk = emptyDesk()
  const made = new Map<LiveDocument, LiveDocument>()
  const document: SessionCore['document'] = (ref) => {
    if (ref.kind === 'desk' || ref.kind === 'coach') return desk
    const live = session.document(ref)
    const shown = made.get(live) ?? readOnly(live)
    made.set(live, shown)
    return shown
  }
  return {
    ...session,
    seat: { person: WATCHER, role: 'participant' },
    document,
    command: () => Promise.resolve(err('forbidden')),
    presence: () => SILENT,
    facts: { get: () => FACTS, subscribe: () => () => {} },
    leave: () => {},
  }
}

/** Shows its children as a participant sees them who has just joined. Nothing can be changed from in here. */
export function ParticipantPreview({ children }: { readonly children: ReactNode }) {
  const value = useContext(SessionContext)
  assert(value !== null, 'a preview outside SessionProvider')
  const { session } = value
  const preview = useMemo(() => previewOf(session), [session])
  return (
    <SessionProvider session={preview} onRefused={() => {}}>
      {children}
    </SessionProvider>
  )
}
