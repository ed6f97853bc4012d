import { stands, type Spotlight } from '@groundswell/shared'
import { useCallback, useEffect, useMemo, useReducer, useSyncExternalStore, type ReactNode } from 'react'
import { useMe, usePresence, useSession, useStage } from '../../session/index.ts'
import { useAnnounce, useLocation, useNavigate } from '../../ui/index.ts'
import css from './Attention.module.css'
import { AttentionBar } from './AttentionBar.tsx'
import { AttentionContext, type Attention, type LookAt } from './attention-context.ts'
import { follow, NOTHING, pathOf, writeReport, type Following } from './attention-state.ts'
import { useAttentionWords } from './attention-words.ts'
import { isWriting, useIsWriting } from './is-writing.ts'

/** Milliseconds between being told and being moved. */
const WARNING_MS = 2_000

const STAGE = { kind: 'stage' } as const

function lookAtOf(following: Following): LookAt | null {
  if (following.state !== 'with' && following.state !== 'leading') return null
  const { seq, target } = following.spotlight
  if (target.kind === 'zone') return { seq, item: `zone-${target.horizon}`, ids: [] }
  return target.kind === 'note' || target.kind === 'cluster' ? { seq, item: target.id, ids: [target.id] } : null
}

/** Often enough to let go of a held view when its time is over. */
function everyFewSeconds(changed: () => void): () => void {
  const timer = setInterval(changed, 5_000)
  return () => clearInterval(timer)
}

/** The spotlight, until it is released or a hold has run out on the server's clock. */
function useSpotlight(): Spotlight | null {
  const { spotlight } = useStage().room
  const session = useSession()
  const stillStands = useSyncExternalStore(everyFewSeconds, () => stands(spotlight, Date.now() + session.clockOffset()))
  return stillStands ? spotlight : null
}

/** Everyone's attention on this device: obeys the session's spotlight, once for each call, and tells how it stands. */
export function AttentionProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const leads = useMe().role === 'facilitator'
  const spotlight = useSpotlight()
  const [following, send] = useReducer(follow, NOTHING)
  const navigate = useNavigate()
  const path = useLocation()
  useEffect(() => send({ type: 'called', spotlight, leads }), [spotlight, leads])

  const move = useCallback(() => {
    if (following.state === 'nothing' || following.state === 'leading') return
    const to = pathOf(session.id, following.spotlight.target)
    const stays = location.pathname === to
    // Moving to another screen would close the editor that someone types in.
    if (!stays && isWriting(document.activeElement)) return send({ type: 'kept-writing' })
    if (!stays) navigate(to)
    send({ type: 'moved' })
  }, [following, navigate, session.id])

  useComing(following, move)
  useMovedAfterWriting(following, move)
  useWanderedOff(following, path, () => send({ type: 'wandered' }))
  useTold(following)
  useReport(following)

  const value = useMemo<Attention>(
    () => ({
      following,
      follow: move,
      decline: () => send({ type: 'declined' }),
      wander: () => send({ type: 'wandered' }),
      lookAt: lookAtOf(following),
    }),
    [following, move],
  )
  const writing = useIsWriting()
  const held = following.state === 'with' && following.spotlight.mode === 'hold' && !writing
  return (
    <AttentionContext value={value}>
      <div className={css.screen} inert={held}>
        {children}
      </div>
      <AttentionBar />
    </AttentionContext>
  )
}

function useComing(following: Following, move: () => void): void {
  const seq = following.state === 'coming' ? following.spotlight.seq : null
  useEffect(() => {
    if (seq === null) return
    const timer = setTimeout(move, WARNING_MS)
    return () => clearTimeout(timer)
  }, [seq, move])
}

function useMovedAfterWriting(following: Following, move: () => void): void {
  const writing = useIsWriting()
  useEffect(() => {
    if (following.state === 'writing' && !writing) move()
  }, [following.state, writing, move])
}

/** Going to another page is going one's own way. */
function useWanderedOff(following: Following, path: string, wander: () => void): void {
  const session = useSession()
  const off =
    following.state === 'with' &&
    path.split('#')[0] !== pathOf(session.id, following.spotlight.target) &&
    !isOwnRoom(following, path)
  useEffect(() => {
    if (off) wander()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each time one goes off
  }, [off])
}

/** In a step of room work the group is in its rooms. */
const isOwnRoom = (following: Following, path: string): boolean =>
  following.state === 'with' && following.spotlight.target.kind === 'step' && path.includes('/plc/')

function useTold(following: Following): void {
  const announce = useAnnounce()
  const words = useAttentionWords()
  const seq = following.state === 'nothing' ? null : following.spotlight.seq
  useEffect(() => {
    if (following.state === 'asked' || following.state === 'coming') announce(words.called(following.spotlight))
    // oxlint-disable-next-line react/exhaustive-deps -- said once for each call
  }, [seq, announce])
}

/** Facilitators count who is with the group; nobody is told more than that. */
function useReport(following: Following): void {
  const { setEditing } = usePresence(STAGE)
  const { state } = following
  const report =
    state === 'nothing' || state === 'leading' ? null : writeReport(following.spotlight.seq, state === 'with' ? 'with' : 'away')
  useEffect(() => setEditing(report), [setEditing, report])
}
