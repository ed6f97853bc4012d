import { useState } from 'react'
import { TextInput, type TextInputProps } from '../ui/index.ts'

type Props = Omit<TextInputProps, 'onChange'> & { readonly onCommit: (next: string) => void }

/** An input for a value that is replaced as a whole. While it has the focus it shows what is typed here, so nobody's caret jumps. */
export function PlainInput({ value, onCommit, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextInput
      {...rest}
      value={draft ?? value}
      onFocus={() => setDraft(value)}
      onBlur={() => setDraft(null)}
      onChange={(next) => {
        setDraft(next)
        onCommit(next)
      }}
    />
  )
}
