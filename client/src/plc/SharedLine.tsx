import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useSharedText } from '../session/index.ts'
import { TextArea } from '../ui/index.ts'
import { useRoom } from './room.ts'
import styles from './shared-field.module.css'
import { useEditors } from './use-editors.ts'

interface SharedLineProps {
  readonly text: Y.Text | null
  readonly label: string
  /** The field's name for presence. */
  readonly name: string
  /** Called after each change of one's own, with the words as they are then. */
  readonly onChanged?: (words: string) => void
}

const LONGEST = 400

/** A line that several people may type in at once, where its label stands elsewhere. */
export function SharedLine({ text, label, name, onChanged }: SharedLineProps) {
  const { t } = useTranslation('plc')
  const { presence } = useRoom()
  const { onChange, ...shared } = useSharedText(text)
  const editors = useEditors(presence, name)
  const typing = editors.map((editor) => editor.name).join(', ')
  return (
    <span className={styles.line}>
      <TextArea
        {...shared}
        rows={1}
        maxLength={LONGEST}
        aria-label={label}
        onChange={(next) => {
          onChange(next)
          onChanged?.(text?.toString() ?? '')
        }}
        onFocus={() => presence.setEditing(name)}
        onBlur={() => presence.setEditing(null)}
      />
      {typing === '' ? null : <small>{t('person.types', { name: typing })}</small>}
    </span>
  )
}
