import { removePdsa, savePdsa, type ItemId, type PdsaEntry } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import styles from './checkin.module.css'
import { PdsaAct } from './PdsaAct.tsx'
import { PdsaText } from './PdsaText.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { useRoom } from './room.ts'
import { useToday } from './use-today.ts'

const EMPTY = { predict: '', did: '', study: '', actDetail: '', act: null } as const

/** Only its prediction is written: what happened is for the day it was made for. */
const isAhead = (entry: PdsaEntry, today: string): boolean =>
  entry.act === null && entry.did.trim() === '' && entry.study.trim() === '' && entry.date > today

/** Plan, do, study, act: the prediction beside what happened, what follows from it, and the next prediction. */
export function PdsaEntries() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const today = useToday()
  const now = [...view.pdsa].reverse().filter((entry) => !isAhead(entry, today))
  return (
    <section className={styles.part} aria-labelledby="room-pdsa">
      <h3 id="room-pdsa">{t('checkin.pdsa')}</h3>
      <p className={styles.quiet}>{t('checkin.pdsaHelp')}</p>
      {now.length === 0 ? <p className={styles.quiet}>{t('checkin.pdsaNone')}</p> : null}
      {now.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {canWrite ? (
        <div>
          <Button onClick={() => savePdsa(doc, newId<ItemId>(), { ...EMPTY, date: today })}>
            <Plus aria-hidden size={18} /> {t('checkin.pdsaAdd')}
          </Button>
        </div>
      ) : null}
      <NextPrediction ahead={view.pdsa.filter((entry) => isAhead(entry, today))} today={today} />
    </section>
  )
}

function Head({ entry, title }: { readonly entry: PdsaEntry; readonly title: string }) {
  const { t } = useTranslation('plc')
  const { doc, canWrite } = useRoom()
  return (
    <div className={styles.entryHead}>
      <h4>{title}</h4>
      {canWrite ? <RemoveButton label={t('checkin.removeEntry', { title })} onRemove={() => removePdsa(doc, entry.id)} /> : null}
    </div>
  )
}

function Entry({ entry }: { readonly entry: PdsaEntry }) {
  const { t, i18n } = useTranslation('plc')
  const title = t('checkin.entryOf', { date: formatDay(entry.date, i18n.language) })
  return (
    <article className={styles.entry} aria-label={title}>
      <Head entry={entry} title={title} />
      <PdsaText entry={entry} field="did" />
      <div className={styles.beside}>
        <PdsaText entry={entry} field="predict" help={t('checkin.predictHelp')} />
        <PdsaText entry={entry} field="study" help={t('checkin.studyHelp')} />
      </div>
      <PdsaAct entry={entry} />
      {entry.act === null && entry.actDetail === '' ? null : <PdsaText entry={entry} field="actDetail" />}
    </article>
  )
}

/** The last thing a check-in asks: what do we expect to see at the next one? It stands there then, beside what happened. */
function NextPrediction({ ahead, today }: { readonly ahead: readonly PdsaEntry[]; readonly today: string }) {
  const { t, i18n } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const next = view.checkIns.find((checkIn) => checkIn.date > today)
  const asked = canWrite && next !== undefined && !ahead.some((entry) => entry.date === next.date)
  if (ahead.length === 0 && !asked) return null
  return (
    <div className={styles.ahead}>
      {ahead.map((entry) => {
        const title = t('checkin.predictionFor', { date: formatDay(entry.date, i18n.language) })
        return (
          <article key={entry.id} className={styles.entry} aria-label={title}>
            <Head entry={entry} title={title} />
            <PdsaText entry={entry} field="predict" help={t('checkin.nextHelp')} />
          </article>
        )
      })}
      {asked ? (
        <div className={styles.ask}>
          <p>{t('checkin.nextAsk', { date: formatDay(next.date, i18n.language) })}</p>
          <Button onClick={() => savePdsa(doc, newId<ItemId>(), { ...EMPTY, date: next.date })}>
            <Plus aria-hidden size={18} /> {t('checkin.nextAdd')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
