import type { SelectHTMLAttributes } from 'react'
import styles from './control.module.css'
import { cx } from './cx.ts'
import { useFieldControl } from './Field.tsx'

export interface SelectProps<V extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: V
  readonly onChange: (next: V) => void
  readonly options: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[]
}

/** One of a list, with the system's own picker. */
export function Select<V extends string>({ value, onChange, options, className, id, ...rest }: SelectProps<V>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <select
      {...useFieldControl(id)}
      {...rest}
      className={cx(styles.control, styles.select, className)}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
