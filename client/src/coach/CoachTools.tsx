import type { PlcId } from '@groundswell/shared'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/index.ts'
import { Button, Sheet } from '../ui/index.ts'
import { CoachNotes } from './CoachNotes.tsx'
import styles from './coach.module.css'
import { QuestionBank } from './QuestionBank.tsx'
import { SentQuestions } from './SentQuestions.tsx'

const TABS = ['notes', 'questions', 'sent'] as const
type Tab = (typeof TABS)[number]

/** The coach's seat: a button for facilitators and, at the side, private notes and the question bank. Nothing for anyone else. */
export function CoachTools({ plc }: { readonly plc?: PlcId }) {
  const { t } = useTranslation('coach')
  if (useMe().role !== 'facilitator') return null
  const trigger = (
    <Button>
      <MessageCircleQuestion aria-hidden size={18} /> <span className={styles.word}>{t('open')}</span>
    </Button>
  )
  return (
    <Sheet trigger={trigger} title={t('title')} closeLabel={t('close')}>
      <Tabs plc={plc ?? null} />
    </Sheet>
  )
}

function Tabs({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const [tab, setTab] = useState<Tab>('notes')
  return (
    <>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {TABS.map((each) => (
          <button key={each} type="button" aria-current={each === tab ? 'page' : undefined} onClick={() => setTab(each)}>
            {t(`tab.${each}`)}
          </button>
        ))}
      </nav>
      <div className={styles.body}>
        <TabBody tab={tab} plc={plc} />
      </div>
    </>
  )
}

function TabBody({ tab, plc }: { readonly tab: Tab; readonly plc: PlcId | null }) {
  switch (tab) {
    case 'notes':
      return <CoachNotes plc={plc} />
    case 'questions':
      return <QuestionBank plc={plc} />
    case 'sent':
      return <SentQuestions />
  }
}
