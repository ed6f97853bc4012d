import { draftText, setDraft, type PersonId } from '@groundswell/shared'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSharedText } from '../session/index.ts'
import { Button, Field, Spinner, TextArea } from '../ui/index.ts'
import type { DraftPart } from './drafts.ts'
import styles from './drafts.module.css'
import { useRoom } from './room.ts'

interface MyDraftProps {
  readonly part: DraftPart
  /** Whose turn it is; null while nobody's. */
  readonly turn: PersonId | null
}

/** One's own sentence. Its words stay on one's own desk until one shares them (SPEC D5, G12). */
export function MyDraft({ part, turn }: MyDraftProps) {
  const [writing, setWriting] = useState(false)
  switch (part.state) {
    case 'thinking':
      return writing ? <Write onDone={() => setWriting(false)} /> : <Begin onWrite={() => setWriting(true)} />
    case 'ready':
      return writing ? <Write onDone={() => setWriting(false)} /> : <Ready turn={turn} onWrite={() => setWriting(true)} />
    case 'passed':
    case 'shared':
      return <Done state={part.state} />
  }
}

function useSay() {
  const { doc, me } = useRoom()
  return (draft: Parameters<typeof setDraft>[2]) => setDraft(doc, me.id, draft)
}

function Begin({ onWrite }: { readonly onWrite: () => void }) {
  const { t } = useTranslation('plc')
  const say = useSay()
  return (
    <div className={styles.acts}>
      <Button onClick={onWrite}>{t('draft.write')}</Button>
      <Button variant="quiet" onClick={() => say({ state: 'passed' })}>
        {t('draft.pass')}
      </Button>
    </div>
  )
}

/** The desk opens only when one writes on it: a device that came by a check-in link has none. */
function Write({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('plc')
  const { handle } = useDesk()
  if (!handle.ready) return <Spinner label={t('room.loading')} />
  return <Sentence desk={handle.doc} onDone={onDone} />
}

function Sentence({ desk, onDone }: { readonly desk: Parameters<typeof draftText>[0]; readonly onDone: () => void }) {
  const { t } = useTranslation('plc')
  const { plc } = useRoom()
  const say = useSay()
  const shared = useSharedText(draftText(desk, plc.id))
  const [tried, setTried] = useState(false)
  const empty = shared.value.trim() === ''
  const done = () => {
    setTried(true)
    if (empty) return
    say({ state: 'ready' })
    onDone()
  }
  return (
    <div className={styles.mine}>
      <Field label={t('draft.label')} error={tried && empty ? t('draft.empty') : undefined}>
        <TextArea {...shared} rows={2} maxLength={2000} placeholder={t('draft.stem')} />
      </Field>
      <Private />
      <div className={styles.acts}>
        <Button variant="primary" onClick={done}>
          {t('draft.done')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('draft.later')}
        </Button>
      </div>
    </div>
  )
}

function Private() {
  const { t } = useTranslation('plc')
  return (
    <p className={styles.private}>
      <EyeOff aria-hidden size={18} /> {t('draft.private')}
    </p>
  )
}

function Ready({ turn, onWrite }: { readonly turn: PersonId | null; readonly onWrite: () => void }) {
  const { t } = useTranslation('plc')
  const { handle } = useDesk()
  const { plc, me, nameOf } = useRoom()
  const say = useSay()
  if (!handle.ready) return <Spinner label={t('room.loading')} />
  const text = draftText(handle.doc, plc.id).toString()
  const mine = turn === me.id
  return (
    <div className={styles.mine}>
      <p className={styles.words}>{text}</p>
      {mine ? null : <Private />}
      <div className={styles.acts}>
        <Button variant={mine ? 'primary' : 'plain'} onClick={() => say({ state: 'shared', text })}>
          {t('draft.share')}
        </Button>
        <Button variant="quiet" onClick={onWrite}>
          {t('draft.change')}
        </Button>
        {turn === null || mine ? null : <p className={styles.private}>{t('draft.first', { name: nameOf(turn) })}</p>}
      </div>
    </div>
  )
}

function Done({ state }: { readonly state: 'passed' | 'shared' }) {
  const { t } = useTranslation('plc')
  const say = useSay()
  return (
    <div className={styles.acts}>
      <Button variant="quiet" onClick={() => say(state === 'shared' ? { state: 'ready' } : null)}>
        {t(state === 'shared' ? 'draft.takeBack' : 'draft.after')}
      </Button>
    </div>
  )
}
