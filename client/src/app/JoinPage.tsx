import { normaliseCode, type ApiErrorCode, type Result, type SessionCard } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showLanguage, wasLanguageChosen } from '../i18n/index.ts'
import { Banner, Button, Link, Spinner } from '../ui/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { useDevice } from './device.ts'
import { JoinForm } from './JoinForm.tsx'
import styles from './JoinPage.module.css'
import { knocks, type KnockMade } from './knocks.ts'
import { PageFrame } from './PageFrame.tsx'
import { WaitingPage } from './WaitingPage.tsx'

/** The way in with a code: first what one joins, then who one is. */
export function JoinPage({ code }: { readonly code: string | null }) {
  const { t } = useTranslation('start')
  const whole = code === null ? null : normaliseCode(code)
  return (
    <PageFrame>
      {whole === null ? (
        <AskCode error={code === null ? null : t('errors:code_unknown')} title={t('enter.codeTitle')} />
      ) : (
        <Found code={whole} />
      )}
    </PageFrame>
  )
}

function AskCode({ error, title }: { readonly error: string | null; readonly title: string }) {
  return (
    <div className={styles.ask}>
      <h1 className={styles.title}>{title}</h1>
      {error && <Banner tone="warn">{error}</Banner>}
      <CodeForm />
    </div>
  )
}

type Lookup = Result<SessionCard, ApiErrorCode> | null

/** The session's card for a code; asks again with `retry`. */
function useCard(code: string): { readonly found: Lookup; readonly retry: () => void } {
  const { api } = useDevice()
  const [found, setFound] = useState<Lookup>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let gone = false
    void api.findCode(code).then((answer) => {
      if (!gone) setFound(answer)
    })
    return () => {
      gone = true
    }
  }, [api, code, attempt])
  const retry = () => {
    setFound(null)
    setAttempt(attempt + 1)
  }
  return { found, retry }
}

function Found({ code }: { readonly code: string }) {
  const { t } = useTranslation(['start', 'errors', 'common'])
  const { found, retry } = useCard(code)
  const language = found?.ok ? found.value.language : null
  useEffect(() => {
    if (language !== null && !wasLanguageChosen()) void showLanguage(language)
  }, [language])
  if (found === null) return <Spinner label={t('enter.loading')} />
  if (found.ok) return <JoinSession code={code} card={found.value} />
  if (found.error !== 'unavailable') return <AskCode error={t(`errors:${found.error}`)} title={t('enter.codeTitle')} />
  return (
    <div className={styles.narrow}>
      <h1 className={styles.title}>{t('enter.codeTitle')}</h1>
      <Banner tone="warn">{t('errors:unavailable')}</Banner>
      <Button variant="primary" size="large" onClick={retry}>
        {t('common:retry')}
      </Button>
    </div>
  )
}

function JoinSession({ code, card }: { readonly code: string; readonly card: SessionCard }) {
  const { t } = useTranslation('start')
  const { seats } = useDevice()
  const [before] = useState(() => seats.get(card.session))
  const [asNew, setAsNew] = useState(false)
  const [knock, setKnock] = useState(() => knocks.get(card.session))
  const knocked = (next: KnockMade | null) => {
    knocks.set(card.session, next)
    setKnock(next)
  }
  return (
    <div className={styles.narrow}>
      <header className={styles.head}>
        <p className={styles.district}>{card.district}</p>
        <h1 className={styles.title}>{t('enter.heading', { title: card.title })}</h1>
      </header>
      {knock !== null ? (
        <WaitingPage card={card} knock={knock} onEnd={() => knocked(null)} />
      ) : before && !asNew ? (
        <div className={styles.again}>
          <p>{t('enter.again')}</p>
          <Link to={`/s/${card.session}`} look="primary" className={styles.wide}>
            {t('enter.continue', { name: before.name || t(`mine.as_${before.seat.role}`, { name: '' }) })}
          </Link>
          <Button variant="quiet" onClick={() => setAsNew(true)}>
            {t('enter.otherPerson')}
          </Button>
        </div>
      ) : (
        <JoinForm code={code} card={card} onKnock={knocked} />
      )}
    </div>
  )
}
