import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useStage } from '../session/index.ts'
import { useAnnounce } from '../ui/index.ts'

/** Looks often enough that all screens change their number within a tenth of a second. */
function often(changed: () => void): () => void {
  const timer = setInterval(changed, 100)
  return () => clearInterval(timer)
}

const NEVER = () => () => {}

/** Whole seconds until the notes are revealed, by the server's clock: 3, 2, 1, and 0 while they come. Null without a count. */
export function useRevealCount(): number | null {
  const session = useSession()
  const { reveal } = useStage().room
  const endsAt = reveal === null || reveal.done ? null : reveal.endsAt
  return useSyncExternalStore(endsAt === null ? NEVER : often, () =>
    endsAt === null ? null : secondsTo(endsAt, Date.now() + session.clockOffset()),
  )
}

const COUNT_FROM = 3

const secondsTo = (end: number, now: number): number => Math.min(COUNT_FROM, Math.max(0, Math.ceil((end - now) / 1_000)))

/** Says once that a count has begun, and once that it was called off. */
export function useRevealNews(): void {
  const { t } = useTranslation('steps')
  const announce = useAnnounce()
  const { reveal } = useStage().room
  const counting = reveal !== null && !reveal.done
  const before = useRef(false)
  useEffect(() => {
    if (counting && !before.current) announce(t('reveal.announce'))
    if (before.current && reveal === null) announce(t('reveal.calledOff'))
    before.current = counting
  }, [announce, counting, reveal, t])
}
