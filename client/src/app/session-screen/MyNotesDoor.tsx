import { useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttention } from '../../facilitation/index.ts'
import type { MyNotesProps } from '../../panels/mine/MyNotes.tsx'
import { hasOwnWords, useSession } from '../../session/index.ts'
import { useToast } from '../../ui/index.ts'

export type MyNotesDoorProps = Pick<MyNotesProps, 'open' | 'onClose'>

/** One's own notes: their code is fetched when they are asked for, or when words from before wait to be sent. */
export function MyNotesDoor({ open, onClose }: MyNotesDoorProps) {
  const { t } = useTranslation('errors')
  const toast = useToast()
  const { id, seat } = useSession()
  const { following } = useAttention()
  const [MyNotes, setMyNotes] = useState<ComponentType<MyNotesProps> | null>(null)
  const [waits] = useState(() => hasOwnWords(id, seat.person))
  const wanted = open || waits
  useEffect(() => {
    if (!wanted || MyNotes !== null) return
    import('../../panels/mine/MyNotes.tsx').then(
      (module) => setMyNotes(() => module.MyNotes),
      () => {
        if (!open) return
        toast.show(t('unavailable'), 'warn')
        onClose()
      },
    )
  }, [wanted, open, MyNotes, onClose, toast, t])
  if (MyNotes === null) return null
  return <MyNotes open={open} onClose={onClose} held={following.state === 'with' && following.spotlight.mode === 'hold'} />
}
