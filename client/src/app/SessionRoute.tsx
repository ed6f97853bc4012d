import type { Result, ApiErrorCode, Seat, SessionId } from '@groundswell/shared'
import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  SessionProvider,
  useMe,
  useSaved,
  useSession,
  useStage,
  type RememberedSeat,
  type RunningSession,
} from '../session/index.ts'
import { AttentionProvider, RehearsalFrame } from '../facilitation/index.ts'
import { Spinner, useToast } from '../ui/index.ts'
import { useDevice } from './device.ts'
import { openDisplaySeat } from './display-seat.ts'
import { BoardPage, CoachTools, DisplayPage, PlanPage, PlansPage, RoomPage, SessionScreen } from './pages.ts'
import { QuietPage } from './QuietPage.tsx'
import type { Route } from './route.ts'
import { RoomTools } from './session-screen/RoomTools.tsx'
import { GonePage, NoSeatPage, SignedOutPage } from './SessionEnds.tsx'

type InSession = Extract<Route, { page: 'session' | 'room' | 'plan' | 'plans' | 'board' }>

/** A session on this device: started when its address is opened, stopped when one goes elsewhere. */
export function SessionRoute({ session, route }: { readonly session: SessionId; readonly route: InSession }) {
  const { seats } = useDevice()
  const [remembered] = useState(() => seats.get(session))
  if (remembered === null) return <NoSeatPage />
  return (
    <Running remembered={remembered}>
      <AttentionProvider>{screenOf(route)}</AttentionProvider>
    </Running>
  )
}

function screenOf(route: InSession): ReactNode {
  switch (route.page) {
    case 'session':
      return <SessionScreen />
    case 'room':
      return (
        <RoomPage
          plc={route.plc}
          tools={
            <Suspense>
              <RoomTools />
              <CoachTools plc={route.plc} />
            </Suspense>
          }
        />
      )
    case 'plan':
      return <PlanPage plc={route.plc} />
    case 'plans':
      return <PlansPage />
    case 'board':
      return <BoardPage at={route.at} />
  }
}

/** A shared screen. Its seat comes from the link and is kept in this tab. */
export function DisplayRoute({ secret }: { readonly secret: string }) {
  const { t } = useTranslation(['start', 'errors', 'common'])
  const { api } = useDevice()
  const [answer, setAnswer] = useState<Result<Seat, ApiErrorCode> | null>(null)
  useEffect(() => {
    let gone = false
    const open = async () => {
      const next = await openDisplaySeat(api, secret)
      if (!gone) setAnswer(next)
      if (!gone && !next.ok && next.error === 'unavailable') setTimeout(() => void open(), 3000)
    }
    void open()
    return () => {
      gone = true
    }
  }, [api, secret])
  if (answer === null || (!answer.ok && answer.error === 'unavailable')) return <Spinner label={t('start:display.opening')} />
  if (!answer.ok) return <QuietPage title={t('start:display.title')} text={t(`errors:${answer.error}`)} />
  const remembered: RememberedSeat = { seat: answer.value, title: '', name: '', lastUsed: 0 }
  return (
    <Running remembered={remembered}>
      <DisplayPage />
    </Running>
  )
}

function useRunningSession(remembered: RememberedSeat): RunningSession | null {
  const { start } = useDevice()
  const [session, setSession] = useState<RunningSession | null>(null)
  useEffect(() => {
    const running = start(remembered)
    setSession(running)
    return () => running.stop()
    // oxlint-disable-next-line react/exhaustive-deps -- a session is started once per person, with the seat of that moment
  }, [start, remembered.seat.person])
  return session
}

function Running({ remembered, children }: { readonly remembered: RememberedSeat; readonly children: ReactNode }) {
  const { t } = useTranslation('errors')
  const { show } = useToast()
  const session = useRunningSession(remembered)
  const onRefused = useCallback((error: ApiErrorCode) => show(t(error), 'warn'), [show, t])
  if (session === null) return null
  return (
    <SessionProvider session={session} onRefused={onRefused}>
      <Gate>{children}</Gate>
    </SessionProvider>
  )
}

/** Shows the session once there is one to show, and says so when there is none any more. */
function Gate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  const stage = useStage()
  const saved = useSaved()
  useRememberedTitle(stage.title)
  if (saved.state === 'refused' && saved.reason === 'gone') return <GonePage />
  if (saved.state === 'refused' && saved.reason === 'signed_out') return <SignedOutPage />
  if (!stage.ready) return <Spinner label={t(saved.state === 'offline' ? 'session.offline' : 'session.opening')} />
  return (
    <RehearsalFrame>
      <Suspense fallback={<Spinner label={t('loading')} />}>{children}</Suspense>
    </RehearsalFrame>
  )
}

/** The browser's tab and the list on the start page carry the session's title, and whom one is in it. */
function useRememberedTitle(title: string): void {
  const { seats } = useDevice()
  const { id } = useSession()
  const name = useMe().person?.name
  useEffect(() => {
    const entry = seats.get(id)
    if (entry && title !== '') seats.remember({ ...entry, title, name: name ?? entry.name })
  }, [seats, id, title, name])
  useEffect(() => {
    if (title === '') return
    const before = document.title
    document.title = `${title} · Groundswell`
    return () => {
      document.title = before
    }
  }, [title])
}
