import { noteFate, plcPlan, threadOf, type NoteId, type Plc } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteText, useWords } from '../parts/index.ts'
import { useBoard, usePlc, useSession, useStage } from '../session/index.ts'
import { Dialog, Link } from '../ui/index.ts'
import { Knot } from './Knot.tsx'
import styles from './thread.module.css'
import { ThreadMeasures } from './ThreadMeasures.tsx'

export interface NoteThreadProps {
  /** Null while nothing is open. */
  readonly note: NoteId | null
  readonly onClose: () => void
}

/** What became of a note, from anywhere on the board: on to the last reading. */
export function NoteThread({ note, onClose }: NoteThreadProps) {
  const { t } = useTranslation('plc')
  return (
    <Dialog open={note !== null} onClose={onClose} title={t('thread.noteTitle')} closeLabel={t('thread.close')} wide>
      {note === null ? null : <FromNote id={note} />}
    </Dialog>
  )
}

export function FromNote({ id }: { readonly id: NoteId }) {
  const { t } = useTranslation('plc')
  const stage = useStage()
  const words = useWords(stage)
  const { view: board } = useBoard()
  const note = board.notes.get(id)
  const fate = noteFate(id, stage, board)
  if (note === undefined) return <p>{t('thread.noCluster')}</p>
  const taken = new Set(fate.plcs.map((plc) => plc.id))
  const others = stage.plcs.filter((plc) => !taken.has(plc.id))
  return (
    <ol className={styles.thread}>
      <Knot name={t('thread.note')}>
        <div className={styles.one}>
          <NoteText note={note} label={words.horizon(note.horizon)} />
        </div>
      </Knot>
      <Knot name={t('thread.cluster')}>{fate.cluster?.title || t('thread.noCluster')}</Knot>
      <Knot name={t('thread.theme')}>{fate.themes.map((theme) => theme.title).join(', ') || t('thread.noTheme')}</Knot>
      {fate.plcs.length === 0 ? <Knot name={t('thread.plc')}>{t('thread.noPlc')}</Knot> : null}
      {fate.plcs.map((plc) => (
        <InPlc key={plc.id} plc={plc} note={id} taken />
      ))}
      {others.map((plc) => (
        <InPlc key={plc.id} plc={plc} note={id} taken={false} />
      ))}
    </ol>
  )
}

interface InPlcProps {
  readonly plc: Plc
  readonly note: NoteId
  /** The PLC works on the note's theme; one that only quotes it is shown too, any other is not. */
  readonly taken: boolean
}

function InPlc({ plc, note, taken }: InPlcProps) {
  const { t, i18n } = useTranslation('plc')
  const { id } = useSession()
  const stage = useStage()
  const { view: board } = useBoard()
  const { view } = usePlc(plc.id)
  const language = i18n.language === 'es' ? 'es' : 'en'
  const thread = useMemo(() => threadOf(plcPlan(plc, stage, board, view), stage, language), [plc, stage, board, view, language])
  const quoted = view.goal.quotes.includes(note)
  if (!taken && !quoted) return null
  return (
    <>
      <Knot name={t('thread.plc')}>
        <Link to={`/s/${id}/plc/${plc.id}`}>{plc.name}</Link>
      </Knot>
      <Knot name={t('thread.goal')}>
        {view.goal.statement.trim() || t('thread.noGoal')}
        {quoted ? <p className={styles.quiet}>{t('thread.quotedIn')}</p> : null}
      </Knot>
      <ThreadMeasures thread={thread} />
    </>
  )
}
