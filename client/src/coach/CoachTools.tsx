import type { PlcId } from '@groundswell/shared'
import { MessageCircleQuestion, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/index.ts'
import { Button, IconButton } from '../ui/index.ts'
import { CoachNotes } from './CoachNotes.tsx'
import styles from './coach.module.css'
import { QuestionBank } from './QuestionBank.tsx'

const TABS = ['notes', 'questions'] as const
type Tab = (typeof TABS)[number]

/** The coach's seat: a button for facilitators and, at the side, private notes and the question bank. Nothing for anyone else. */
export function CoachTools({ plc }: { readonly plc?: PlcId }) {
  const { t } = useTranslation('coach')
  const me = useMe()
  const [open, setOpen] = useState(false)
  if (me.role !== 'facilitator') return null
  return (
    <Dialog.Root open={open} onOpenChange={setOpen} modal={false}>
      <Dialog.Trigger asChild>
        <Button><MessageCircleQuestion aria-hidden size={18} /> {t('open')}</Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content className={styles.sheet} aria-describedby={undefined} onInteractOutside={(event) => event.preventDefault()}>
          <Sheet plc={plc ?? null} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Sheet({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const [tab, setTab] = useState<Tab>('notes')
  return (
    <>
      <div className={styles.head}>
        <Dialog.Title className={styles.title}>{t('title')}</Dialog.Title>
        <Dialog.Close asChild><IconButton label={t('close')}><X aria-hidden /></IconButton></Dialog.Close>
      </div>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {TABS.map((each) => (
          <button key={each} type="button" aria-current={each === tab ? 'page' : undefined} onClick={() => setTab(each)}>{t(`tab.${each}`)}</button>
        ))}
      </nav>
      <div className={styles.body}>{tab === 'notes' ? <CoachNotes plc={plc} /> : <QuestionBank plc={plc} />}</div>
    </>
  )
}
