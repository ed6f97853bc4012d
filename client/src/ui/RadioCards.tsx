import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './RadioCards.module.css'

export interface RadioCardsProps<V extends string> {
  /** The question that the cards answer. */
  readonly label?: ReactNode
  readonly name: string
  readonly value: V | null
  readonly onChange: (next: V) => void
  readonly options: readonly { readonly value: V; readonly title: ReactNode; readonly text?: ReactNode }[]
  /** Columns on a wide screen; one below 480 px. */
  readonly columns?: 1 | 2 | 3
}

/** A choice shown in full: each answer a card with its consequence. */
export function RadioCards<V extends string>({ label, name, value, onChange, options, columns = 1 }: RadioCardsProps<V>) {
  const id = useId()
  return (
    <fieldset className={styles.group}>
      {label && <legend className={styles.legend}>{label}</legend>}
      <div className={cx(styles.cards, columns === 2 && styles.two, columns === 3 && styles.three)}>
        {options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              className={styles.input}
              type="radio"
              name={`${name}-${id}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.words}>
              <span className={styles.title}>{option.title}</span>
              {option.text && <span className={styles.text}>{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
