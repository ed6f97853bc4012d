import { useId, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useSharedText } from '../session/index.ts'
import { TextArea } from '../ui/index.ts'
import { Hint } from './Hint.tsx'
import { useRoom } from './room.ts'
import styles from './shared-field.module.css'
import { useEditors } from './use-editors.ts'

export interface SharedFieldProps {
  readonly label: string
  readonly help?: string
  readonly example?: string
  /** The field's name for presence: `goal.statement`, `step.<id>.text`. */
  readonly name: string
  /** The text to type into; null draws the words alone. */
  readonly text: Y.Text | null
  /** The words as they are, for readers. */
  readonly value: string
  readonly hints?: readonly string[]
  readonly size?: 'normal' | 'large'
  readonly children?: ReactNode
}

/** A text that several people may type in at once, with the name of whoever else is there. */
export function SharedField(props: SharedFieldProps) {
  const id = useId()
  const { t } = useTranslation('plc')
  if (props.text === null)
    return <ReadField label={props.label} value={props.value} empty={t('goal.empty')} large={props.size === 'large'} />
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      {props.help ? (
        <p id={`${id}-help`} className={styles.help}>
          {props.help}
        </p>
      ) : null}
      <Editor {...props} id={id} text={props.text} />
      {props.children}
      {props.hints?.map((hint) => (
        <Hint key={hint}>{hint}</Hint>
      ))}
    </div>
  )
}

function ReadField({
  label,
  value,
  empty,
  large,
}: {
  readonly label: string
  readonly value: string
  readonly empty: string
  readonly large: boolean
}) {
  return (
    <div className={styles.field}>
      <p className={styles.label}>{label}</p>
      <p className={value.trim() === '' ? styles.empty : large ? styles.wordsLarge : styles.words}>
        {value.trim() === '' ? empty : value}
      </p>
    </div>
  )
}

function Editor({ id, name, text, help, example, size }: SharedFieldProps & { readonly id: string; readonly text: Y.Text }) {
  const { t } = useTranslation('plc')
  const { presence } = useRoom()
  const shared = useSharedText(text)
  const editors = useEditors(presence, name)
  return (
    <div className={styles.box} data-size={size ?? 'normal'}>
      <TextArea
        {...shared}
        id={id}
        rows={size === 'large' ? 2 : 1}
        aria-describedby={help ? `${id}-help` : undefined}
        placeholder={example ? t('goal.exampleText', { example }) : undefined}
        onFocus={() => presence.setEditing(name)}
        onBlur={() => presence.setEditing(null)}
      />
      <span className={styles.tags}>
        {editors.map((editor) => (
          <span key={editor.name} className={styles.tag} style={{ '--who': editor.colour } as CSSProperties}>
            {editor.name}
          </span>
        ))}
      </span>
    </div>
  )
}
