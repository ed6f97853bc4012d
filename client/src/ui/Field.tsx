import { createContext, useContext, useId, type ReactNode } from 'react'
import styles from './Field.module.css'

interface FieldIds {
  readonly control: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

const FieldContext = createContext<FieldIds | null>(null)

interface ControlProps {
  readonly id?: string | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: true | undefined
}

/** Ties the control inside a Field to its label, help and error. What the control brings itself wins. */
export function useFieldControl(id: string | undefined): ControlProps {
  const field = useContext(FieldContext)
  if (field === null) return { id }
  return { id: id ?? field.control, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined }
}

export interface FieldProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  /** What is wrong and how to put it right. */
  readonly error?: ReactNode
  readonly children: ReactNode
}

/** One labelled control of a form: TextInput, TextArea or Select. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId()
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <FieldContext value={{ control: id, describedBy, invalid: Boolean(error) }}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {help && (
          <p className={styles.help} id={`${id}-help`}>
            {help}
          </p>
        )}
        {children}
        {error && (
          <p className={styles.error} id={`${id}-error`} role="alert">
            {error}
          </p>
        )}
      </div>
    </FieldContext>
  )
}
