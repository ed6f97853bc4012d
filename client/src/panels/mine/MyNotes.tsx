import {
  mayWithdraw,
  participants,
  type BoardView,
  type Note,
  type NoteId,
  type OwnNote,
  type StageView,
} from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FEW_WRITERS } from '../../parts/index.ts'
import { useBoard, useOwnNotes, useStage } from '../../session/index.ts'
import { Dialog, Spinner } from '../../ui/index.ts'
import css from './MyNotes.module.css'
import { OwnNoteCard } from './OwnNoteCard.tsx'
import { useMender, useSender } from './use-mender.ts'

export interface MyNotesProps {
  readonly open: boolean
  readonly onClose: () => void
  /** Everyone's view is held: what one has begun can be finished, and nothing begun. */
  readonly held: boolean
}

/** One's own notes on the board, to put right whatever the step lets the others do. It sends what waits while it is closed, too. */
export function MyNotes({ open, onClose, held }: MyNotesProps) {
  const { t } = useTranslation('steps')
  const mending = useMender()
  useSender(mending)
  const close = () => {
    const { mender, mendings } = mending
    // What was begun stays for the next time; what says nothing new does not.
    for (const [note, { from, text, how }] of mendings)
      if (how === 'saved' || (how === 'writing' && text.trim() === from)) mender.drop(note)
    onClose()
  }
  return (
    <Dialog wide open={open} onClose={close} title={t('mine.title')} closeLabel={t('mine.close')}>
      <Contents {...mending} held={held} />
    </Dialog>
  )
}

type Shown = { readonly own: OwnNote; readonly note: Note | null }

/** Those on the board, and those that were taken back; what neither is says nothing to its writer. */
const shownOf = (own: readonly OwnNote[], { notes }: BoardView): readonly Shown[] =>
  own
    .map((one) => ({ own: one, note: notes.get(one.note) ?? null }))
    .filter(({ own: { withdrawn }, note }) => note !== null || withdrawn !== null)

const decidedIn = ({ vote, themes }: StageView) => ({ vote: vote.state, themes })

function Contents({ mender, mendings, held }: ReturnType<typeof useMender> & { readonly held: boolean }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { view, handle: board } = useBoard()
  const { own, handle: desk } = useOwnNotes()
  if (!board.ready || !desk.ready) return <Spinner label={t('mine.opening')} />
  const shown = shownOf(own, view)
  const firm = new Set<NoteId>(
    shown.flatMap(({ note }) => (note !== null && !mayWithdraw(note, decidedIn(stage), view) ? [note.id] : [])),
  )
  if (shown.length === 0) return <p>{t('mine.empty')}</p>
  return (
    <>
      <Promised stage={stage} />
      {firm.size > 0 && <p className={css.quiet}>{t('mine.firm')}</p>}
      {held && <p className={css.told}>{t('mine.held')}</p>}
      <ul className={css.notes} aria-label={t('mine.title')}>
        {shown.map(({ own: { note: id, withdrawn }, note }) => (
          <li key={id}>
            <OwnNoteCard
              id={id}
              note={note}
              withdrawn={withdrawn ?? ''}
              mender={mender}
              mending={mendings.get(id) ?? null}
              firm={firm.has(id)}
              held={held}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What others see of it, in the words of the promise that was made. */
function Promised({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const named = stage.naming === 'named'
  const few = !named && participants(stage).length < FEW_WRITERS
  return (
    <p>
      {t(named ? 'mine.promiseNamed' : 'mine.promiseNoNames')}
      {few && ` ${t('write.few')}`}
    </p>
  )
}
