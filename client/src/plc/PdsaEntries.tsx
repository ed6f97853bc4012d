import { plcRoots, recordText, removePdsa, savePdsa, type ItemId, type PdsaAct, type PdsaEntry } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button, RadioCards } from '../ui/index.ts'
import styles from './checkin.module.css'
import { RemoveButton } from './RemoveButton.tsx'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'

const ACTS: readonly PdsaAct[] = ['adopt', 'adapt', 'abandon']

/** Plan, do, study, act: the prediction beside what happened, and what follows from it. */
export function PdsaEntries() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const add = () =>
    savePdsa(doc, newId<ItemId>(), { date: isoDay(Date.now()), predict: '', did: '', study: '', actDetail: '', act: null })
  return (
    <section className={styles.part} aria-labelledby="room-pdsa">
      <h3 id="room-pdsa">{t('checkin.pdsa')}</h3>
      <p className={styles.quiet}>{t('checkin.pdsaHelp')}</p>
      {view.pdsa.length === 0 ? <p className={styles.quiet}>{t('checkin.pdsaNone')}</p> : null}
      {[...view.pdsa].reverse().map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {canWrite ? (
        <div>
          <Button onClick={add}>
            <Plus aria-hidden size={18} /> {t('checkin.pdsaAdd')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Entry({ entry }: { readonly entry: PdsaEntry }) {
  const { t, i18n } = useTranslation('plc')
  const { doc, canWrite } = useRoom()
  const title = t('checkin.entryOf', { date: formatDay(entry.date, i18n.language) })
  return (
    <article className={styles.entry} aria-label={title}>
      <div className={styles.entryHead}>
        <h4>{title}</h4>
        {canWrite ? (
          <RemoveButton label={t('checkin.removeEntry', { title })} onRemove={() => removePdsa(doc, entry.id)} />
        ) : null}
      </div>
      <div className={styles.beside}>
        <EntryText entry={entry} field="predict" help={t('checkin.predictHelp')} />
        <EntryText entry={entry} field="did" />
      </div>
      <EntryText entry={entry} field="study" />
      <Act entry={entry} />
      {entry.act === null && entry.actDetail === '' ? null : <EntryText entry={entry} field="actDetail" />}
    </article>
  )
}

function EntryText({
  entry,
  field,
  help,
}: {
  readonly entry: PdsaEntry
  readonly field: 'predict' | 'did' | 'study' | 'actDetail'
  readonly help?: string
}) {
  const { t } = useTranslation('plc')
  const { doc, canWrite } = useRoom()
  return (
    <SharedField
      label={t(`checkin.${field}`)}
      {...(help === undefined ? {} : { help })}
      name={`pdsa.${entry.id}.${field}`}
      text={canWrite ? recordText(plcRoots(doc).pdsa, entry.id, field) : null}
      value={entry[field]}
    />
  )
}

function Act({ entry }: { readonly entry: PdsaEntry }) {
  const { t } = useTranslation('plc')
  const { doc, canWrite } = useRoom()
  if (!canWrite)
    return (
      <p>
        <strong>{t('checkin.act')}</strong> {entry.act === null ? t('checkin.undecided') : t(`checkin.${entry.act}`)}
      </p>
    )
  return (
    <RadioCards
      label={t('checkin.act')}
      name="act"
      columns={3}
      value={entry.act}
      onChange={(act) => savePdsa(doc, entry.id, { act })}
      options={ACTS.map((act) => ({ value: act, title: t(`checkin.${act}`), text: t(`checkin.${act}Text`) }))}
    />
  )
}
