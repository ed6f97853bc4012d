/** The door of session: documents, presence, offline copies and commands of one running session. */
export type { DocumentHandle, Drag, Me, Presence, PresenceChannel, SessionHandle } from './contract.ts'
export {
  useBoard,
  useCoachNotes,
  useCommand,
  useDesk,
  useDone,
  useJoinCode,
  useLinks,
  useMe,
  useMyAgreements,
  useMyFlags,
  useMyReactions,
  useMyVotes,
  useOwnNotes,
  usePlc,
  usePresence,
  useSaved,
  useSession,
  useStage,
  useTimeLeft,
} from './hooks.ts'
export { createDevice, type Device } from './browser.ts'
export type { RememberedSeat } from './seats.ts'
export type { RunningSession } from './session.ts'
export { changeCounts } from './change-counts.ts'
export { newId } from './new-id.ts'
export { ParticipantPreview } from './ParticipantPreview.tsx'
export { SessionProvider } from './SessionProvider.tsx'
export { staggered } from './arrivals.ts'
export { useArrival, useArrivingBoard } from './use-arriving.ts'
export { boardOf } from './views.ts'
export { useSharedText } from './use-shared-text.ts'
export { createHolds, withHolds, type Holds } from './holds.ts'
export { hasOwnWords, ownWordsKey } from './own-words.ts'
export { pointerChoice } from './pointer-choice.ts'
export { pointersFor, withPointers, type Pointers } from './pointers.ts'
