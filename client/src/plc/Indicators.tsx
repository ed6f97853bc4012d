import { saveIndicator, type IndicatorId } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import { MOST_INDICATORS } from './goal-checks.ts'
import { Hint } from './Hint.tsx'
import { IndicatorEditor } from './IndicatorEditor.tsx'
import { IndicatorRow } from './IndicatorRow.tsx'
import styles from './indicator.module.css'
import { useRoom } from './room.ts'
import { useHints } from './use-hint.ts'

/** "How we will know": each measure as one line, opened to edit one at a time. */
export function Indicators() {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const [open, setOpen] = useState<IndicatorId | null>(null)
  const hints = useHints('indicators')
  const { indicators } = view.goal
  const add = () => {
    const id = newId<IndicatorId>()
    const kind = indicators.some((indicator) => indicator.kind === 'leading') ? 'lagging' : 'leading'
    saveIndicator(doc, id, { text: '', baselineSource: '', kind, measures: 'student_outcome' })
    setOpen(id)
  }
  return (
    <section className={styles.section} aria-labelledby="room-indicators">
      <h3 id="room-indicators">{t('indicator.title')}</h3>
      <p className={styles.help}>{t('indicator.help')}</p>
      {indicators.length === 0 ? <p className={styles.none}>{t('indicator.none')}</p> : null}
      <ul className={styles.list}>
        {indicators.map((indicator) => (
          <li key={indicator.id} className={styles.card} data-open={open === indicator.id}>
            {canWrite && open === indicator.id ? (
              <IndicatorEditor indicator={indicator} onDone={() => setOpen(null)} />
            ) : (
              <IndicatorRow indicator={indicator} onEdit={canWrite ? () => setOpen(indicator.id) : null} />
            )}
          </li>
        ))}
      </ul>
      {hints.map((hint) => (
        <Hint key={hint}>{hint}</Hint>
      ))}
      {canWrite && indicators.length < MOST_INDICATORS ? (
        <Button onClick={add}>
          <Plus aria-hidden size={18} /> {t('indicator.add')}
        </Button>
      ) : null}
      {canWrite && indicators.length === MOST_INDICATORS ? <p className={styles.help}>{t('indicator.full')}</p> : null}
    </section>
  )
}
