import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ownWordsKey, useSaved, useSession, type SessionHandle } from '../../session/index.ts'
import { useToast } from '../../ui/index.ts'
import { createMender, type Mender, type Mendings } from './mender.ts'

/** One for each running session, also while nothing of it is on the screen. */
const menders = new WeakMap<SessionHandle, Mender>()

function menderOf(session: SessionHandle): Mender {
  const found = menders.get(session)
  if (found !== undefined) return found
  const key = ownWordsKey(session.id, session.seat.person)
  const made = createMender({ storage: storageHere(), key, command: session.command })
  menders.set(session, made)
  return made
}

function storageHere(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

export function useMender(): { readonly mender: Mender; readonly mendings: Mendings } {
  const session = useSession()
  const mender = useMemo(() => menderOf(session), [session])
  const mendings = useSyncExternalStore(mender.subscribe, mender.get)
  return { mender, mendings }
}

/** Milliseconds between two tries while words wait and the network does not say that it is back. */
const AGAIN = 10_000

/** Sends what waits as soon as there is a connection, whatever is on the screen, and says how it went. */
export function useSender({ mender, mendings }: ReturnType<typeof useMender>): void {
  const { t } = useTranslation('steps')
  const toast = useToast()
  const online = useSaved().state !== 'offline'
  const waits = [...mendings.values()].some(({ how }) => how === 'waiting')
  const send = useCallback(async () => {
    const ends = await mender.sendWaiting()
    if (ends.includes('refused')) toast.show(t('mine.toldRefused'), 'warn')
    else if (ends.includes('saved')) toast.show(t('mine.toldSaved'), 'ok')
  }, [mender, toast, t])
  useEffect(() => {
    if (online) void send()
  }, [online, send])
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void send(), AGAIN)
    return () => clearInterval(timer)
  }, [waits, send])
}
