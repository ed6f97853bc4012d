import {
  addDeskNote,
  participants,
  removeDeskNote,
  type DeskNote,
  type Horizon,
  type NoteId,
  type StageView,
} from '@groundswell/shared'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Composer, facilitatorName, FEW_WRITERS } from '../../parts/index.ts'
import { newId, useCommand, useDesk, useMe, useSession, useStage } from '../../session/index.ts'
import { useAnnounce, useToast } from '../../ui/index.ts'
import { DeskCard } from './DeskCard.tsx'
import css from './WritePanel.module.css'
import { writingWords } from './writing-words.ts'

export interface WritePanelProps {
  readonly horizon: Horizon
  /** Stands beside "Add note": the person's own "I'm done". */
  readonly extra?: ReactNode
}

/** The private desk: one large question, one's own notes, and a place to write. Others are counts. */
export function WritePanel({ horizon, extra }: WritePanelProps) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const { notes, handle } = useDesk()
  const own = notes.filter((note) => note.horizon === horizon)
  const revealed = stage.writing[horizon].revealed
  const facilitates = useMe().role === 'facilitator'
  const actions = useDeskActions(handle.doc)
  const add = (texts: readonly string[], initials: string) => {
    for (const text of texts) addDeskNote(handle.doc, { id: newId<NoteId>(), horizon, text, initials })
  }
  return (
    <div className={css.panel} data-horizon={horizon}>
      <div className={css.scroll}>
        <div className={css.column}>
          <h2 className={css.question}>{stage.questions[horizon]}</h2>
          <p className={css.detail}>{t(`kind.${horizon === 'ideal' ? 'writeIdeal' : 'writeCurrent'}.detail`)}</p>
          {revealed && <p className={css.revealed}>{t('write.revealed')}</p>}
          <Notes notes={own} doc={handle.doc} revealed={revealed} onPublish={actions.publish} onRemove={actions.remove} />
          <p className={css.counts}>{writingWords(t, stage, horizon)}</p>
        </div>
      </div>
      <div className={css.dock}>
        <Composer
          horizon={horizon}
          draftKey={`${session.id}.${horizon}`}
          label={stage.questions[horizon]}
          addLabel={t('write.add')}
          onAdd={add}
          main={!facilitates}
          extra={extra}
          note={<Promised stage={stage} />}
        />
      </div>
    </div>
  )
}

function useDeskActions(doc: Parameters<typeof removeDeskNote>[0]) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const announce = useAnnounce()
  const toast = useToast()
  return {
    publish: (note: NoteId) =>
      void command({ type: 'desk.publish', note }).then((sent) => {
        if (sent) toast.show(t('write.addedToBoard'), 'plain')
      }),
    remove: (note: NoteId) => {
      removeDeskNote(doc, note)
      announce(t('write.removed'))
    },
  }
}

/** The promise about who sees what, in words, where one writes; and when it is weak, because too few are here to hide among. */
function Promised({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const facilitator = facilitatorName(stage) ?? t('write.someone')
  const few = stage.naming === 'no_names' && participants(stage).length < FEW_WRITERS
  return (
    <>
      {t('write.promise', { facilitator })} {t(stage.naming === 'named' ? 'write.promiseNamed' : 'write.promiseNoNames')}
      {few && ` ${t('write.few')}`}
    </>
  )
}

interface NotesProps {
  readonly notes: readonly DeskNote[]
  readonly doc: Parameters<typeof removeDeskNote>[0]
  readonly revealed: boolean
  readonly onPublish: (note: NoteId) => void
  readonly onRemove: (note: NoteId) => void
}

function Notes({ notes, doc, revealed, onPublish, onRemove }: NotesProps) {
  const { t } = useTranslation('steps')
  const end = useRef<HTMLLIElement>(null)
  const before = useRef(notes.length)
  useEffect(() => {
    if (notes.length > before.current) end.current?.scrollIntoView({ block: 'nearest' })
    before.current = notes.length
  }, [notes.length])
  if (notes.length === 0) return <p className={css.empty}>{t('write.empty')}</p>
  return (
    <ol className={css.notes} aria-label={t('write.myNotes')}>
      {notes.map((note, index) => (
        <li key={note.id} ref={index === notes.length - 1 ? end : null}>
          <DeskCard
            note={note}
            doc={doc}
            label={t('write.noteLabel', { n: index + 1 })}
            onPublish={revealed ? onPublish : null}
            onRemove={onRemove}
          />
        </li>
      ))}
    </ol>
  )
}
