import { useState } from 'react'
import { TextInput, type TextInputProps } from '../ui/index.ts'

type Props = Omit<TextInputProps, 'onChange'> & { readonly onCommit: (next: string) => void }

interface Drafted {
  readonly value: string
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onChange: (next: string) => void
}

/** While a control has the focus it shows what is typed here, so that nobody else's change moves the caret. */
function useDraft(value: string, onCommit: (next: string) => void): Drafted {
  const [draft, setDraft] = useState<string | null>(null)
  return {
    value: draft ?? value,
    onFocus: () => setDraft(value),
    onBlur: () => setDraft(null),
    onChange: (next) => {
      setDraft(next)
      onCommit(next)
    },
  }
}

/** An input for a value that is replaced as a whole. */
export function PlainInput({ value, onCommit, ...rest }: Props) {
  return <TextInput {...rest} {...useDraft(value, onCommit)} />
}
