import type { InputHTMLAttributes } from 'react'
import type { TextControl } from './change.ts'
import styles from './control.module.css'
import { cx } from './cx.ts'
import { useFieldControl } from './Field.tsx'

export type TextInputProps = TextControl<HTMLInputElement> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof TextControl<HTMLInputElement>>

/** One line of text. `onChange` gets the text. */
export function TextInput({ onChange, className, id, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      {...useFieldControl(id)}
      {...rest}
      className={cx(styles.control, className)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
