import type { LobbyAnswer, SessionCard } from '@groundswell/shared'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner, Button, Spinner } from '../ui/index.ts'
import { useDevice } from './device.ts'
import type { KnockMade } from './knocks.ts'
import { useEnter } from './use-enter.ts'
import styles from './WaitingPage.module.css'

const ASK_EVERY_MS = 2_500
/** Sixty people who wait do not all ask in the same moment. */
const SPREAD_MS = 1_000

const USUAL_NORMS = ['norm1', 'norm2', 'norm3', 'norm4'] as const

type Waiting = Extract<LobbyAnswer, { state: 'waiting' }>

export interface WaitingPageProps {
  readonly card: SessionCard
  readonly knock: KnockMade
  /** The door closed on this knock, or one goes away. */
  readonly onEnd: () => void
}

/** At the door: why everyone meets and how they work together, until a facilitator lets one in. */
export function WaitingPage({ card, knock, onEnd }: WaitingPageProps) {
  const { t } = useTranslation(['start', 'steps'])
  const answer = useLobby(card, knock, onEnd)
  if (answer?.state === 'refused')
    return (
      <div className={styles.page}>
        <Banner tone="warn">{t('lobby.refused')}</Banner>
        <Button onClick={onEnd}>{t('lobby.again')}</Button>
      </div>
    )
  return (
    <div className={styles.page}>
      <div className={styles.wait}>
        <Spinner label={t('lobby.waiting', { name: knock.name })} />
      </div>
      <p className={styles.quiet}>{t('lobby.stay')}</p>
      {answer !== null && answer.state === 'waiting' && <Meanwhile waiting={answer} />}
      <p>
        <Button variant="quiet" onClick={onEnd}>
          {t('lobby.leave')}
        </Button>
      </p>
    </div>
  )
}

/** Asks how it stands, again and again, and goes in once one may. */
function useLobby({ session, title }: SessionCard, { key, name }: KnockMade, onIn: () => void): LobbyAnswer | null {
  const { api } = useDevice()
  const { enter } = useEnter()
  const [answer, setAnswer] = useState<LobbyAnswer | null>(null)
  const latest = useRef({ enter, onIn })
  useLayoutEffect(() => {
    latest.current = { enter, onIn }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const ask = async () => {
      const found = await api.lobby(session, key)
      if (gone) return
      if (found.ok && found.value.state === 'in') {
        latest.current.onIn()
        latest.current.enter(found.value.seat, title, name, true)
        return
      }
      if (found.ok) setAnswer(found.value)
      if (!found.ok || found.value.state === 'waiting')
        timer = setTimeout(() => void ask(), ASK_EVERY_MS + Math.random() * SPREAD_MS)
    }
    void ask()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [api, session, title, key, name])
  return answer
}

function Meanwhile({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation('steps')
  const norms = waiting.norms.length > 0 ? waiting.norms : USUAL_NORMS.map((norm) => t(`welcome.${norm}`))
  return (
    <>
      <section>
        <h2>{t('welcome.questionsTitle')}</h2>
        <p>{t('welcome.purpose', { year: waiting.targetYear })}</p>
        <dl className={styles.questions}>
          <dt>{t('horizon.current')}</dt>
          <dd>{waiting.questions.current}</dd>
          <dt>{t('horizon.ideal', { year: waiting.targetYear })}</dt>
          <dd>{waiting.questions.ideal}</dd>
        </dl>
      </section>
      <section>
        <h2>{t('welcome.normsTitle')}</h2>
        <ul className={styles.norms}>
          {norms.map((norm) => (
            <li key={norm}>{norm}</li>
          ))}
          <li>{t('welcome.noStudentNames')}</li>
        </ul>
        <p>{t(`welcome.${waiting.naming}`)}</p>
      </section>
    </>
  )
}
