import { LIMITS, QUESTION_PHASES, type ItemId, type PlcId, type QuestionPhase } from '@groundswell/shared'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCommand, useStage } from '../session/index.ts'
import { Button, Field, IconButton, Select, TextArea, TextInput, useToast } from '../ui/index.ts'
import styles from './coach.module.css'
import { findQuestions, phasesFor } from './find-questions.ts'
import { SendTo } from './SendTo.tsx'

type Ask = (text: string) => Promise<boolean>

/** Questions without hidden advice, and one's own, sent to one PLC, to several or to all. */
export function QuestionBank({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const stage = useStage()
  const send = useCommand()
  const toast = useToast()
  const [to, setTo] = useState<readonly PlcId[] | null>(plc === null ? null : [plc])
  const names = stage.plcs.filter((each) => to?.includes(each.id)).map((each) => each.name)
  const name = to === null ? t('everyone') : names.join(', ')
  const ask: Ask = async (text) => {
    const done = await send({ type: 'question.send', question: newId<ItemId>(), plcs: to, text })
    if (done) toast.show(t('sent', { to: name }), 'ok')
    return done
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
    if (await ask(text.trim())) setText('')
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

type Filter = QuestionPhase | 'step' | ''

function Bank({ ask, to }: { readonly ask: Ask; readonly to: string }) {
  const { t, i18n } = useTranslation('coach')
  const { step } = useStage()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>('step')
  const language = i18n.language === 'es' ? 'es' : 'en'
  // Who searches looks for a question wherever it stands.
  const ofStep = search.trim() === '' ? phasesFor(step.kind) : null
  const found = findQuestions(filter === 'step' ? ofStep : filter === '' ? null : [filter], search, language)
  return (
    <>
      <div className={styles.find}>
        <Field label={t('phaseLabel')}>
          <Select
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'step', label: t('stepPhases') },
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
        {found.length === 0 ? t('nothing') : t('found', { count: found.length })}
      </p>
      <ul className={styles.bank}>
        {found.map((question) => (
          <li key={question.id}>
            <span>{question.text[language]}</span>
            <IconButton
              label={t('sendNamed', { to, text: question.text[language] })}
              disabled={to === ''}
              onClick={() => void ask(question.text[language])}
            >
              <Send aria-hidden size={18} />
            </IconButton>
          </li>
        ))}
      </ul>
    </>
  )
}
