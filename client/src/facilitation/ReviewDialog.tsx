import { FEW_WRITERS, type Horizon, type Review, type ReviewNote } from '@groundswell/shared'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useSession, useStage, type SessionHandle } from '../session/index.ts'
import { Badge, Button, Dialog, Spinner } from '../ui/index.ts'
import css from './ReviewDialog.module.css'

/** The notes of one side as the server lets them be read before the reveal; null when it did not answer. */
async function fetchReview(session: SessionHandle, horizon: Horizon): Promise<Review | null> {
  try {
    const headers = { authorization: `Bearer ${session.token()}` }
    const answer = await fetch(`/api/sessions/${session.id}/review?horizon=${horizon}`, { headers, cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as Review) : null
  } catch {
    return null
  }
}

/** Reading before the reveal, without authors: for a note that names a student, say. */
export function ReviewButton({ horizon }: { readonly horizon: Horizon }) {
  const { t } = useTranslation('facilitation')
  const [open, setOpen] = useState(false)
  if (useStage().writing[horizon].revealed) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('review.open')}</Button>
      {open && <ReviewDialog horizon={horizon} onClose={() => setOpen(false)} />}
    </>
  )
}

type Loaded = Review | 'loading' | 'failed'

function ReviewDialog({ horizon, onClose }: { readonly horizon: Horizon; readonly onClose: () => void }) {
  const { t } = useTranslation('facilitation')
  const session = useSession()
  const [review, setReview] = useState<Loaded>('loading')
  const load = useCallback(
    () => fetchReview(session, horizon).then((answer) => setReview(answer ?? 'failed')),
    [session, horizon],
  )
  useEffect(() => void load(), [load])
  return (
    <Dialog open onClose={onClose} title={t('review.title')} closeLabel={t('close')} wide>
      <p className={css.quiet}>{t('review.text')}</p>
      <Body review={review} onChanged={() => void load()} />
    </Dialog>
  )
}

function Body({ review, onChanged }: { readonly review: Loaded; readonly onChanged: () => void }) {
  const { t } = useTranslation('facilitation')
  if (review === 'loading') return <Spinner label={t('review.loading')} />
  if (review === 'failed') return <p>{t('review.failed')}</p>
  if (review.state === 'too_few') return <p>{t('review.tooFew', { least: FEW_WRITERS })}</p>
  return (
    <>
      <ul className={css.notes}>
        {review.notes.map((note) => (
          <Row key={note.note} note={note} onChanged={onChanged} />
        ))}
      </ul>
      {review.waiting > 0 && <p className={css.quiet}>{t('review.waiting', { count: review.waiting, least: FEW_WRITERS })}</p>}
      <Button onClick={onChanged}>{t('review.again')}</Button>
    </>
  )
}

function Row({ note, onChanged }: { readonly note: ReviewNote; readonly onChanged: () => void }) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const hold = (held: boolean) => void command({ type: 'desk.hold', note: note.note, held }).then(onChanged)
  return (
    <li className={css.note} data-held={note.held || undefined}>
      <p className={css.words}>{note.text}</p>
      {note.held && <Badge>{t('review.held')}</Badge>}
      <Button
        aria-label={t(note.held ? 'review.takeLabel' : 'review.holdLabel', { text: note.text })}
        onClick={() => hold(!note.held)}
      >
        {t(note.held ? 'review.take' : 'review.hold')}
      </Button>
    </li>
  )
}
