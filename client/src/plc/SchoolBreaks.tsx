import { removeBreak, saveBreak, type ItemId, type SchoolBreak } from '@groundswell/shared'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../parts/index.ts'
import { newId } from '../session/index.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import styles from './breaks.module.css'
import { RemoveButton } from './RemoveButton.tsx'
import { useRoom } from './room.ts'

/** The days without school that no calendar of holidays knows: breaks, conference days, snow days. */
export function SchoolBreaks() {
  const { t } = useTranslation('plc')
  const { view, doc } = useRoom()
  const words = useDays()
  return (
    <details className={styles.breaks}>
      <summary>
        <ChevronRight aria-hidden size={18} /> {t('breaks.title', { count: view.breaks.length })}
      </summary>
      <p className={styles.quiet}>{t('breaks.help')}</p>
      <ul>
        {view.breaks.map((days) => (
          <li key={days.id}>
            <span>{words(days)}</span>
            <RemoveButton label={t('breaks.remove', { days: words(days) })} onRemove={() => removeBreak(doc, days.id)} />
          </li>
        ))}
      </ul>
      <NewBreak />
    </details>
  )
}

function useDays(): (days: SchoolBreak) => string {
  const { i18n } = useTranslation('plc')
  return ({ from, to, name }) => {
    const span = [...new Set([from, to])].map((day) => formatDay(day, i18n.language)).join(' – ')
    return name.trim() === '' ? span : `${name}: ${span}`
  }
}

function NewBreak() {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const [days, setDays] = useState({ from: '', to: '', name: '' })
  const [tried, setTried] = useState(false)
  const backwards = days.to !== '' && days.to < days.from
  const fault = days.from === '' ? t('breaks.noFirst') : backwards ? t('breaks.backwards') : undefined
  const add = () => {
    setTried(true)
    if (fault !== undefined) return
    saveBreak(doc, { ...days, to: days.to || days.from, id: newId<ItemId>() })
    setDays({ from: '', to: '', name: '' })
    setTried(false)
  }
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault()
    add()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('breaks.add')}>
      <Field label={t('breaks.from')} error={tried ? fault : undefined}>
        <TextInput type="date" value={days.from} onChange={(from) => setDays({ ...days, from })} />
      </Field>
      <Field label={t('breaks.to')}>
        <TextInput type="date" value={days.to} onChange={(to) => setDays({ ...days, to })} />
      </Field>
      <Field label={t('breaks.name')}>
        <TextInput value={days.name} maxLength={120} onChange={(name) => setDays({ ...days, name })} />
      </Field>
      <Button type="submit">
        <Plus aria-hidden size={18} /> {t('breaks.add')}
      </Button>
    </form>
  )
}
