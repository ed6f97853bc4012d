import { CODE_LENGTH, displayCode, normaliseCode } from '@groundswell/shared'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Field, TextInput, useNavigate } from '../ui/index.ts'
import styles from './CodeForm.module.css'

const EXAMPLE = displayCode('K7M4TX')

/** What is typed, in capitals and with the dash where it stands on the wall. */
export function shapeCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH)
  return letters.length > 3 ? displayCode(letters) : letters
}

/** Asks for a join code and goes on to its page. */
export function CodeForm() {
  const { t } = useTranslation('start')
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const whole = normaliseCode(code)
    setWrong(whole === null)
    if (whole !== null) navigate(`/join/${displayCode(whole)}`)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={t('join.code')} help={t('join.help')} error={wrong && t('join.incomplete', { example: EXAMPLE })}>
        <TextInput
          className={styles.code ?? ''}
          value={code}
          onChange={(next) => setCode(shapeCode(next))}
          placeholder={EXAMPLE}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={12}
        />
      </Field>
      <Button type="submit" variant="primary" size="large">
        {t('join.go')}
      </Button>
    </form>
  )
}
