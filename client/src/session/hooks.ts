import type {
  BoardView,
  ClusterId,
  CoachNote,
  Command,
  DeskNote,
  DocumentRef,
  MyAgreement,
  MyReaction,
  OwnNote,
  PlcId,
  PlcView,
  SessionLinks,
  StageView,
  Timer,
  Watched,
} from '@groundswell/shared'
import { assert, documentKey } from '@groundswell/shared'
import { useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { DocumentHandle, Me, PresenceChannel, SavedState, SessionHandle } from './contract.ts'
import type { SessionCore } from './core.ts'
import { SessionContext, type SessionContextValue } from './SessionProvider.tsx'
import { boardOf, coachNotesOf, deskOf, ownNotesOf, plcViewOf, stageOf } from './views.ts'

function useContextValue(): SessionContextValue {
  const value = useContext(SessionContext)
  assert(value !== null, 'a session hook outside SessionProvider')
  return value
}

const useCore = (): SessionCore => useContextValue().session

export const useSession = (): SessionHandle => useCore()

/** Opens a document while the component is mounted. The handle changes when the document behind it is replaced. */
export function useDocument(ref: DocumentRef): DocumentHandle {
  const session = useCore()
  const key = documentKey(ref)
  // oxlint-disable-next-line react/exhaustive-deps -- the key says all that a ref says, and stays equal between renders
  const live = useMemo(() => session.document(ref), [session, key])
  useEffect(() => live.retain(), [live])
  return useSyncExternalStore(live.subscribe, live.handle)
}

function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, watched.get)
}

function useView<T>(ref: DocumentRef, viewOf: (doc: Y.Doc) => Watched<T>): { readonly view: T; readonly handle: DocumentHandle } {
  const handle = useDocument(ref)
  const view = useWatched(viewOf(handle.doc))
  return useMemo(() => ({ view, handle }), [view, handle])
}

const STAGE: DocumentRef = { kind: 'stage' }
const BOARD: DocumentRef = { kind: 'board' }

export const useStage = (): StageView => useView(STAGE, stageOf).view

export function useMe(): Me {
  const { seat } = useCore()
  const { people } = useStage()
  return useMemo(() => {
    const person = people.find((candidate) => candidate.id === seat.person) ?? null
    // A role given in the session counts from then on; the seat was given before.
    return { id: seat.person, role: person?.role ?? seat.role, person }
  }, [seat, people])
}

/** Opens the board while the component is mounted. */
export const useBoard = (): { readonly view: BoardView; readonly handle: DocumentHandle } => useView(BOARD, boardOf)

export function useDesk(): { readonly notes: readonly DeskNote[]; readonly handle: DocumentHandle } {
  const { seat } = useCore()
  const { view, handle } = useView({ kind: 'desk', person: seat.person }, deskOf)
  return { notes: view, handle }
}

/** One's own notes on the board, as the desk remembers them. */
export function useOwnNotes(): { readonly own: readonly OwnNote[]; readonly handle: DocumentHandle } {
  const { seat } = useCore()
  const { view, handle } = useView({ kind: 'desk', person: seat.person }, ownNotesOf)
  return { own: view, handle }
}

export const usePlc = (id: PlcId): { readonly view: PlcView; readonly handle: DocumentHandle } =>
  useView({ kind: 'plc', plc: id }, plcViewOf)

export function useCoachNotes(): { readonly notes: readonly CoachNote[]; readonly handle: DocumentHandle } {
  const { seat } = useCore()
  const { view, handle } = useView({ kind: 'coach', person: seat.person }, coachNotesOf)
  return { notes: view, handle }
}

/** Sends a command; true when it was done. A refusal is told to the person, so callers need not. */
export function useCommand(): (command: Command) => Promise<boolean> {
  const { session, onRefused } = useContextValue()
  return useCallback(
    async (command) => {
      const answer = await session.command(command)
      if (!answer.ok) onRefused(answer.error)
      return answer.ok
    },
    [session, onRefused],
  )
}

const NO_VOTES: readonly ClusterId[] = []
const NO_ANSWERS: readonly MyAgreement[] = []

/** One's own votes, live after each vote command. */
export const useMyVotes = (): readonly ClusterId[] => useWatched(useCore().facts)?.votes ?? NO_VOTES

/** One's own answers to how fully one stands behind a goal, of every round, live after each command. */
export const useMyAgreements = (): readonly MyAgreement[] => useWatched(useCore().facts)?.agreements ?? NO_ANSWERS

const NO_REACTION: readonly MyReaction[] = []

/** One's own reactions to notes, live after each command. */
export const useMyReactions = (): readonly MyReaction[] => useWatched(useCore().facts)?.reactions ?? NO_REACTION

/** Clusters that one asked to look at again, live after each command. */
export const useMyFlags = (): readonly ClusterId[] => useWatched(useCore().facts)?.flags ?? NO_VOTES

/** Facilitators only; null for everyone else. */
export const useLinks = (): SessionLinks | null => useWatched(useCore().facts)?.links ?? null

/** The session's join code, for facilitators and displays; null for everyone else. */
export const useJoinCode = (): string | null => useWatched(useCore().facts)?.code ?? null

/** Whether this person said "I'm done" in this step, as far as the server's last answer goes. */
export const useDone = (): boolean => useWatched(useCore().facts)?.done ?? false

/** The worst of all open documents' states. */
export function useSaved(): SavedState {
  const session = useCore()
  return useSyncExternalStore(session.subscribe, session.saved)
}

/** Milliseconds left at `now` on the server's clock; null without a timer, negative once time is up. */
export function timeLeft(timer: Timer | null, now: number): number | null {
  if (timer === null) return null
  return timer.endsAt === null ? timer.remaining : timer.endsAt - now
}

const NEVER = () => () => {}

/** Four looks a second keep the ticks of all devices within a quarter of one. */
function everySecond(changed: () => void): () => void {
  const interval = setInterval(changed, 250)
  return () => clearInterval(interval)
}

/** Milliseconds left on the timer, ticking once a second; null without a timer. Negative once time is up. */
export function useTimeLeft(): number | null {
  const session = useCore()
  const { timer } = useStage()
  const running = timer !== null && timer.endsAt !== null
  const second = useSyncExternalStore(running ? everySecond : NEVER, () =>
    Math.floor((Date.now() + session.clockOffset()) / 1000),
  )
  return timeLeft(timer, second * 1000)
}

export function usePresence(ref: DocumentRef): PresenceChannel {
  const session = useCore()
  const key = documentKey(ref)
  // oxlint-disable-next-line react/exhaustive-deps -- the key says all that a ref says
  const live = useMemo(() => session.document(ref), [session, key])
  useEffect(() => live.retain(), [live])
  return live.presence
}
