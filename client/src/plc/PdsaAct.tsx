import { savePdsa, type PdsaAct as Act, type PdsaEntry } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../ui/index.ts'
import { useRoom } from './room.ts'

const ACTS: readonly Act[] = ['adopt', 'adapt', 'abandon']

/** What follows from a test; stopping stands beside the others as an equal. */
export function PdsaAct({ entry }: { readonly entry: PdsaEntry }) {
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
      name={`act-${entry.id}`}
      columns={3}
      value={entry.act}
      onChange={(act) => savePdsa(doc, entry.id, { act })}
      options={ACTS.map((act) => ({ value: act, title: t(`checkin.${act}`), text: t(`checkin.${act}Text`) }))}
    />
  )
}
