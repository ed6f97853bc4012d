import type { CheckInCard, PersonId } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, RadioCards, Spinner, useNavigate } from '../ui/index.ts'
import styles from './CheckInPage.module.css'
import { useDevice } from './device.ts'
import { PageFrame } from './PageFrame.tsx'
import { QuietPage } from './QuietPage.tsx'
import { useAct } from './use-act.ts'

const roomOf = ({ session, plc }: CheckInCard): string => `/s/${session}/plc/${plc.id}#checkin`

/** Weeks later, from a link: who one is, and straight into the PLC's check-in. */
export function CheckInPage({ secret }: { readonly secret: string }) {
  const { t } = useTranslation(['start', 'errors', 'common'])
  const { api, seats } = useDevice()
  const navigate = useNavigate()
  const act = useAct()
  const [card, setCard] = useState<CheckInCard | null>(null)
  const look = () =>
    act.run(
      () => api.lookAtCheckIn(secret),
      (found) => {
        // A seat that this device has already can do more than the link, and must not be lost to it.
        if (seats.get(found.session) === null) setCard(found)
        else navigate(roomOf(found), { replace: true })
      },
    )
  useEffect(() => {
    if (secret !== '') look()
    // oxlint-disable-next-line react/exhaustive-deps -- once per link
  }, [secret])
  if (secret === '') return <QuietPage title={t('checkin.wrong')} text={t('recover.missing')} />
  if (card !== null) return <WhoPage card={card} secret={secret} />
  if (act.error === null) return <Spinner label={t('checkin.opening')} />
  const outage = act.error === 'unavailable'
  return (
    <QuietPage title={t('checkin.wrong')} text={outage ? t('errors:unavailable') : t('recover.text')}>
      {outage && (
        <Button variant="primary" onClick={look}>
          {t('common:retry')}
        </Button>
      )}
    </QuietPage>
  )
}

function WhoPage({ card, secret }: { readonly card: CheckInCard; readonly secret: string }) {
  const { t } = useTranslation(['start', 'errors', 'steps'])
  const { api, seats } = useDevice()
  const navigate = useNavigate()
  const act = useAct()
  const [who, setWho] = useState<PersonId | null>(null)
  const enter = (person: PersonId) =>
    act.run(
      () => api.checkIn(secret, person),
      (seat) => {
        const name = card.members.find(({ id }) => id === person)?.name ?? ''
        seats.remember({ seat, title: card.title, name, lastUsed: Date.now() })
        navigate(roomOf(card), { replace: true })
      },
    )
  return (
    <PageFrame>
      <div className={styles.page}>
        <p className={styles.over}>{card.title}</p>
        <h1>{t('checkin.title', { plc: card.plc.name })}</h1>
        {card.members.length === 0 ? (
          <p>{t('checkin.nobody')}</p>
        ) : (
          <RadioCards
            label={t('checkin.who')}
            name="member"
            value={who}
            onChange={setWho}
            columns={2}
            options={card.members.map(({ id, name, jobRole }) => ({ value: id, title: name, text: t(`steps:role.${jobRole}`) }))}
          />
        )}
        <p className={styles.note}>{t('checkin.note')}</p>
        {act.error === null ? null : <p role="alert">{t(`errors:${act.error}`)}</p>}
        <Button variant="primary" size="large" busy={act.busy} disabled={who === null} onClick={() => who !== null && enter(who)}>
          {t('checkin.go')}
        </Button>
      </div>
    </PageFrame>
  )
}
