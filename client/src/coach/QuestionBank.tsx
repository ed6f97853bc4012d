import { LIMITS, QUESTION_PHASES, type ItemId, type Language, type PlcId, type QuestionPhase } from '@groundswell/shared'
import { Send, Star, X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCommand, useStage } from '../session/index.ts'
import { Button, Field, IconButton, Select, TextArea, TextInput, useToast } from '../ui/index.ts'
import styles from './coach.module.css'
import { findQuestions, holdsWords, phasesFor } from './find-questions.ts'
import { keptQuestions, withOwn, withoutOwn, withStar } from './kept-questions.ts'
import { SendTo } from './SendTo.tsx'
import { useNoteDown } from './use-note-down.ts'

type Ask = (text: string) => Promise<boolean>

/** Questions without hidden advice, and one's own, sent to one PLC, to several or to all. */
export function QuestionBank({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const stage = useStage()
  const send = useCommand()
  const toast = useToast()
  const [to, setTo] = useState<readonly PlcId[] | null>(plc === null ? null : [plc])
  const names = stage.plcs.filter((each) => to?.includes(each.id)).map((each) => each.name)
  const noteDown = useNoteDown()
  const name = to === null ? t('everyone') : names.join(', ')
  const ask: Ask = async (text) => {
    const done = await send({ type: 'question.send', question: newId<ItemId>(), plcs: to, text })
    if (!done) return false
    noteDown(t('asked', { to: name, text }), to?.length === 1 && to[0] !== undefined ? { kind: 'plc', id: to[0] } : null)
    toast.show(t('sent', { to: name }), 'ok')
    return true
  }
  return (
    <>
      <p className={styles.quiet}>{t('advice')}</p>
      <SendTo to={to} onChange={setTo} name={name} />
      <OwnQuestion ask={ask} to={name} />
      <Bank ask={ask} to={name} />
    </>
  )
}

function OwnQuestion({ ask, to }: { readonly ask: Ask; readonly to: string }) {
  const { t } = useTranslation('coach')
  const [text, setText] = useState('')
  const submit = async () => {
    const own = text.trim()
    if (!(await ask(own))) return
    keptQuestions.change((kept) => withOwn(kept, own))
    setText('')
  }
  return (
    <div className={styles.own}>
      <Field label={t('own')}>
        <TextArea value={text} onChange={setText} maxLength={LIMITS.question} placeholder={t('ownPlaceholder')} />
      </Field>
      <Button disabled={text.trim() === '' || to === ''} aria-label={t('sendNamed', { to, text })} onClick={() => void submit()}>
        <Send aria-hidden size={16} /> {t('send')}
      </Button>
    </div>
  )
}

type Filter = QuestionPhase | 'step' | 'starred' | 'own' | ''

function Bank({ ask, to }: { readonly ask: Ask; readonly to: string }) {
  const { t, i18n } = useTranslation('coach')
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('step')
  const language = i18n.language === 'es' ? 'es' : 'en'
  const { questions, own } = useFound(filter, search, language)
  const count = questions.length + own.length
  return (
    <>
      <div className={styles.find}>
        <Field label={t('phaseLabel')}>
          <Select
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'step', label: t('stepPhases') },
              { value: 'starred', label: t('starred') },
              { value: 'own', label: t('ownOnes') },
              { value: '', label: t('anyPhase') },
              ...QUESTION_PHASES.map((each) => ({ value: each, label: t(`phase.${each}`) })),
            ]}
          />
        </Field>
        <Field label={t('search')}>
          <TextInput type="search" value={search} onChange={setSearch} />
        </Field>
      </div>
      <p className={styles.quiet} role="status">
        {count === 0 ? t('nothing') : t('found', { count })}
      </p>
      <ul className={styles.bank}>
        {own.map((text) => (
          <OwnRow key={text} text={text} to={to} ask={ask} />
        ))}
        {questions.map(({ id, text }) => (
          <BankRow key={id} id={id} text={text[language]} to={to} ask={ask} />
        ))}
      </ul>
    </>
  )
}

/** What fits the filter. Who searches looks for a question wherever it stands. */
function useFound(filter: Filter, search: string, language: Language) {
  const { step } = useStage()
  const kept = useSyncExternalStore(keptQuestions.subscribe, keptQuestions.get)
  const searching = search.trim() !== ''
  const phases = filter === 'step' && !searching ? phasesFor(step.kind) : null
  const byPhase = QUESTION_PHASES.find((phase) => phase === filter)
  const found = findQuestions(byPhase === undefined ? phases : [byPhase], search, language)
  const questions = filter === 'own' ? [] : filter === 'starred' ? found.filter(({ id }) => kept.stars.includes(id)) : found
  const showsOwn = filter === 'own' || filter === '' || (filter === 'step' && searching)
  return { questions, own: showsOwn ? kept.own.filter((text) => holdsWords(text, search)) : [] }
}

interface RowProps {
  readonly text: string
  readonly to: string
  readonly ask: Ask
}

function SendButton({ text, to, ask }: RowProps) {
  const { t } = useTranslation('coach')
  return (
    <IconButton label={t('sendNamed', { to, text })} disabled={to === ''} onClick={() => void ask(text)}>
      <Send aria-hidden size={18} />
    </IconButton>
  )
}

function BankRow({ id, text, ...rest }: RowProps & { readonly id: string }) {
  const { t } = useTranslation('coach')
  const starred = useSyncExternalStore(keptQuestions.subscribe, () => keptQuestions.get().stars.includes(id))
  return (
    <li>
      <IconButton
        label={t('star', { text })}
        aria-pressed={starred}
        onClick={() => keptQuestions.change((kept) => withStar(kept, id, !starred))}
      >
        <Star aria-hidden size={18} fill={starred ? 'currentColor' : 'none'} />
      </IconButton>
      <span>{text}</span>
      <SendButton text={text} {...rest} />
    </li>
  )
}

function OwnRow(props: RowProps) {
  const { t } = useTranslation('coach')
  return (
    <li>
      <IconButton
        label={t('forget', { text: props.text })}
        onClick={() => keptQuestions.change((kept) => withoutOwn(kept, props.text))}
      >
        <X aria-hidden size={18} />
      </IconButton>
      <span>{props.text}</span>
      <SendButton {...props} />
    </li>
  )
}
