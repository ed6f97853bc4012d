import { LIMITS, readInitials, type Horizon } from '@groundswell/shared'
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, TextArea, TextInput, VisuallyHidden } from '../ui/index.ts'
import css from './Composer.module.css'
import { splitLines } from './split-lines.ts'
import { useAsksInitials } from './use-asks-initials.ts'
import { useDraft } from './use-draft.ts'

export interface ComposerProps {
  readonly horizon: Horizon
  /** Names the draft that outlives a reload; the session and the horizon make it unique. */
  readonly draftKey: string
  readonly label: string
  readonly addLabel: string
  /** Gets each note's text, trimmed and not empty, in order, and the initials under them; empty where none were given. */
  readonly onAdd: (texts: readonly string[], initials: string) => void
  /** False where another action of the screen is the main one. */
  readonly main: boolean
  /** Stands beside the add button, such as "I'm done". */
  readonly extra?: ReactNode
  /** Stands below, such as who can see what is written here. */
  readonly note?: ReactNode
}

/** Letters left are told from here on; before that they would only distract. */
const NEAR_THE_LIMIT = 40

/** The place to write a new note: Enter adds it, Shift+Enter breaks the line, several pasted lines may be several notes. */
export function Composer({ horizon, draftKey, label, addLabel, onAdd, main, extra, note }: ComposerProps) {
  const { t } = useTranslation('steps')
  const [text, setText] = useDraft(draftKey)
  const [pasted, setPasted] = useState<{ readonly lines: readonly string[]; readonly raw: string } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = LIMITS.note - text.length
  const asksInitials = useAsksInitials()
  const [initials, setInitials] = useDraft(`${draftKey}.initials`)
  const send = (texts: readonly string[]) => {
    onAdd(texts, asksInitials ? readInitials(initials) : '')
    // The next note may be another person's: nobody's initials stay under it unasked.
    setInitials('')
  }
  const add = () => {
    const words = text.trim()
    if (words !== '') send([words])
    setText('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is composing, Enter picks a candidate and must not send half a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  const onPaste = (event: ClipboardEvent) => {
    const raw = event.clipboardData.getData('text/plain')
    const lines = splitLines(raw)
    if (lines.length < 2) return
    event.preventDefault()
    setPasted({ lines, raw })
  }
  const settlePaste = (asMany: boolean) => {
    if (pasted === null) return
    if (asMany) send(pasted.lines.map((line) => line.slice(0, LIMITS.note)))
    else setText((text + pasted.raw).slice(0, LIMITS.note))
    setPasted(null)
  }
  return (
    <div className={css.composer} data-horizon={horizon}>
      <VisuallyHidden>
        <label htmlFor="composer-text">{label}</label>
      </VisuallyHidden>
      <TextArea
        id="composer-text"
        ref={field}
        className={css.field}
        value={text}
        maxLength={LIMITS.note}
        placeholder={t('write.placeholder')}
        aria-describedby="composer-hint"
        onChange={setText}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {asksInitials && <Initials value={initials} onChange={setInitials} onKeyDown={onKeyDown} />}
      <div className={css.row}>
        <Button variant={main ? 'primary' : 'plain'} className={css.add} onClick={add}>
          {addLabel}
        </Button>
        {extra}
        <span id="composer-hint" className={css.hint}>
          {left < NEAR_THE_LIMIT ? t('write.left', { count: left }) : t('write.hint')}
        </span>
      </div>
      {note !== undefined && <p className={css.note}>{note}</p>}
      <PasteDialog lines={pasted?.lines ?? []} onSettle={settlePaste} onClose={() => setPasted(null)} />
    </div>
  )
}

interface InitialsProps {
  readonly value: string
  readonly onChange: (initials: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Who of the table it was. */
function Initials(props: InitialsProps) {
  const { t } = useTranslation('steps')
  return (
    <div className={css.initials}>
      <label htmlFor="composer-initials">{t('write.initials')}</label>
      <TextInput {...props} id="composer-initials" className={css.letters} maxLength={4} autoComplete="off" spellCheck={false} />
    </div>
  )
}

interface PasteDialogProps {
  readonly lines: readonly string[]
  readonly onSettle: (asMany: boolean) => void
  readonly onClose: () => void
}

function PasteDialog({ lines, onSettle, onClose }: PasteDialogProps) {
  const { t } = useTranslation('steps')
  const actions = (
    <>
      <Button onClick={() => onSettle(false)}>{t('write.pasteOne')}</Button>
      <Button variant="primary" onClick={() => onSettle(true)}>
        {t('write.pasteMany', { count: lines.length })}
      </Button>
    </>
  )
  return (
    <Dialog open={lines.length > 0} onClose={onClose} title={t('write.pasteTitle', { count: lines.length })} actions={actions}>
      <p>{t('write.pasteText')}</p>
      <ol className={css.pasted}>
        {lines.map((line, index) => (
          // Two pasted lines may be equal; their order is all that tells them apart.
          <li key={index}>{line}</li>
        ))}
      </ol>
    </Dialog>
  )
}
