import { ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RememberedSeat } from '../session/index.ts'
import { Button, Dialog, IconButton, Link } from '../ui/index.ts'
import { useDevice } from './device.ts'
import styles from './MySessions.module.css'

const SHOWN = 4

/** Sessions that this device was in, latest first. */
export function MySessions() {
  const { t } = useTranslation(['start', 'common'])
  const { seats, forget } = useDevice()
  const [all, setAll] = useState(seats.all)
  const [asked, setAsked] = useState<RememberedSeat | null>(null)
  if (all.length === 0) return null
  const remove = ({ seat }: RememberedSeat) => {
    forget(seat)
    setAll(seats.all())
    setAsked(null)
  }
  return (
    <section className={styles.mine} aria-labelledby="mine">
      <h2 id="mine" className={styles.title}>
        {t('mine.title')}
      </h2>
      <ul className={styles.list}>
        {all.slice(0, SHOWN).map((entry) => (
          <li key={entry.seat.session} className={styles.row}>
            <Link to={`/s/${entry.seat.session}`} className={styles.link}>
              <span className={styles.name}>{t('mine.go', { title: entry.title || t('common:brand') })}</span>
              <span className={styles.as}>{t(`mine.as_${entry.seat.role}`, { name: entry.name })}</span>
              <ArrowRight aria-hidden="true" />
            </Link>
            <IconButton label={t('mine.forget', { title: entry.title || t('common:brand') })} onClick={() => setAsked(entry)}>
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('mine.forgetTitle')}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{t('common:cancel')}</Button>
            <Button variant="danger" onClick={() => asked && remove(asked)}>
              {t('mine.forgetDo')}
            </Button>
          </>
        }
      >
        <p>{t(asked?.seat.role === 'facilitator' ? 'mine.forgetFacilitator' : 'mine.forgetText')}</p>
      </Dialog>
    </section>
  )
}
