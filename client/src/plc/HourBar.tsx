import { beginPart, HOUR_PARTS, oneMinuteMore, partAfter, setHour, type HourPart, type PlcHour } from '@groundswell/shared'
import { Hourglass, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/index.ts'
import { Button, IconButton } from '../ui/index.ts'
import styles from './hour.module.css'
import { useRoom, type Section } from './room.ts'
import { useHour, useSecondsLeft } from './use-hour.ts'

/** Where in the room each part is worked on. */
const PLACE: Readonly<Record<HourPart, Section>> = {
  arrive: 'theme',
  silent: 'goal',
  evidence: 'goal',
  sentence: 'goal',
  agree: 'agree',
  plans: 'plan',
  aloud: 'team',
  close: 'checkin',
}

/** The PLC's own hour: what now, how long, what next. The same on every member's device; it only reminds. */
export function HourBar() {
  const { canWrite, plc, me, stage } = useRoom()
  const hour = useHour()
  const mayLead = canWrite && plc.members.includes(me.id)
  if (hour !== null) return <Running hour={hour} mayLead={mayLead} />
  // An hour is for writing the goal and the plans; weeks later nobody is asked for one.
  return mayLead && stage.step.kind === 'goal' ? <Begin /> : null
}

function useLead() {
  const { doc } = useRoom()
  const { clockOffset } = useSession()
  const now = () => Date.now() + clockOffset()
  return {
    to: (part: HourPart) => setHour(doc, beginPart(part, now())),
    more: (hour: PlcHour) => setHour(doc, oneMinuteMore(hour, now())),
    end: () => setHour(doc, null),
  }
}

function Begin() {
  const { t } = useTranslation('plc')
  const lead = useLead()
  return (
    <div className={styles.begin}>
      <Button variant="quiet" onClick={() => lead.to('arrive')}>
        <Hourglass aria-hidden size={18} /> {t('hour.start')}
      </Button>
      <span>{t('hour.startHelp')}</span>
    </div>
  )
}

function Running({ hour, mayLead }: { readonly hour: PlcHour; readonly mayLead: boolean }) {
  const { t } = useTranslation('plc')
  const lead = useLead()
  const { go } = useRoom()
  const left = useSecondsLeft(hour)
  const index = HOUR_PARTS.findIndex(({ id }) => id === hour.part)
  const next = partAfter(hour.part)
  return (
    <section className={styles.hour} aria-label={t('hour.title')}>
      <p className={styles.now} role="status">
        <span className={styles.of}>{t('hour.of', { index: index + 1, count: HOUR_PARTS.length })}</span>{' '}
        <strong>{t(`hour.part.${hour.part}.name`)}</strong> <span>{t(`hour.part.${hour.part}.do`)}</span>
      </p>
      <p className={styles.clock} data-up={left <= 0} role="timer" aria-label={t('hour.left')}>
        {left <= 0 ? t('hour.up') : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
      </p>
      <div className={styles.acts}>
        <Button variant="quiet" onClick={() => go(PLACE[hour.part])}>
          {t('hour.go')}
        </Button>
        {mayLead ? (
          <>
            <Button variant="quiet" onClick={() => lead.more(hour)}>
              {t('hour.more')}
            </Button>
            {next === null ? null : (
              <Button onClick={() => lead.to(next)}>{t('hour.next', { part: t(`hour.part.${next}.name`) })}</Button>
            )}
            <IconButton label={t('hour.end')} onClick={lead.end}>
              <X aria-hidden size={18} />
            </IconButton>
          </>
        ) : null}
      </div>
    </section>
  )
}
