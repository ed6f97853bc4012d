import { plcRoots, recordText, type PdsaEntry } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'

interface PdsaTextProps {
  readonly entry: PdsaEntry
  readonly field: 'predict' | 'did' | 'study' | 'actDetail'
  readonly help?: string
}

export function PdsaText({ entry, field, help }: PdsaTextProps) {
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
