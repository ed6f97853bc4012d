import type { ClusterId, NoteId } from '@groundswell/shared'
import type { SuggestedGroup } from '@groundswell/shared/suggest'
import { useRef, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useStage } from '../session/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import type { Discarded } from './discarded.ts'
import { GroupPreview } from './GroupPreview.tsx'
import { openGroup, type OpenGroup } from './open-group.ts'
import css from './SuggestDialog.module.css'
import { useTurn } from './use-turn.ts'

/** What accepting does: each is one transaction and one undo. */
export interface SuggestActs {
  readonly putIn: (notes: readonly NoteId[], cluster: ClusterId) => void
  readonly putInNew: (notes: readonly NoteId[], title: string) => void
}

export interface SuggestDialogProps {
  readonly groups: readonly SuggestedGroup[]
  readonly discarded: Discarded
  readonly acts: SuggestActs
  readonly onClose: () => void
}

/** What was done last in here. Only accepting is a change of the board, and so the last one to undo. */
interface Last {
  readonly act: 'none' | 'accepted' | 'other'
  readonly words: string
}
const NOTHING: Last = { act: 'none', words: '' }

/** One suggested group to look at, to accept or to turn down as a whole. */
export function SuggestDialog({ groups, discarded, acts, onClose }: SuggestDialogProps) {
  const { t } = useTranslation('list')
  const { view, handle } = useBoard()
  const { language } = useStage()
  const { current, others, next } = useTurn(groups)
  const open = current === null ? null : openGroup(current, view)
  const [typed, setTyped] = useState<string | null>(null)
  const [last, setLast] = useState(NOTHING)
  const top = useRef<HTMLDivElement>(null)
  const title = typed ?? open?.title?.[language] ?? ''
  const goOn = (done: Last) => {
    next()
    setTyped(null)
    setLast(done)
    // The next group is read from its beginning; nobody accepts what came under the finger.
    top.current?.focus()
  }
  const accept = (group: OpenGroup) => {
    const notes = group.notes.map(({ id }) => id)
    if (group.into === null) acts.putInNew(notes, title.trim())
    else acts.putIn(notes, group.into.id)
    const name = (group.into?.title ?? title.trim()) || t('cluster.untitled')
    goOn({ act: 'accepted', words: t('said.put', { count: notes.length, title: name }) })
  }
  const discard = (group: OpenGroup) => {
    discarded.add(group)
    goOn({ act: 'other', words: t('alike.discarded') })
  }
  const undo = () => {
    handle.undo?.undo()
    setLast({ act: 'other', words: t('said.undone') })
  }
  const heading = open === null ? t('alike.title') : t('alike.open', { count: open.notes.length })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={heading}
      closeLabel={t('close')}
      actions={
        <Actions
          group={open}
          others={others}
          onClose={onClose}
          onNext={() => goOn(NOTHING)}
          onDiscard={discard}
          onAccept={accept}
        />
      }
    >
      <div ref={top} tabIndex={-1} className={css.top}>
        {last.act !== 'none' && (
          <p className={css.said}>
            <span role="status">{last.words}</span>
            {last.act === 'accepted' && <Button onClick={undo}>{t('undo')}</Button>}
          </p>
        )}
        <p className={css.quiet}>
          {open !== null ? t('alike.why') : current !== null ? t('alike.gone') : t('alike.none')}
          {others > 0 && ` ${t('alike.more', { count: others })}`}
        </p>
      </div>
      {open !== null && <GroupPreview group={open} title={title} onTitle={setTyped} />}
    </Dialog>
  )
}

interface ActionsProps {
  readonly group: OpenGroup | null
  readonly others: number
  readonly onClose: () => void
  readonly onNext: () => void
  readonly onDiscard: (group: OpenGroup) => void
  readonly onAccept: (group: OpenGroup) => void
}

/** The second press of a double one would accept a group that nobody has read. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) act()
}

function Actions({ group, others, onClose, onNext, onDiscard, onAccept }: ActionsProps) {
  const { t } = useTranslation('list')
  return (
    <>
      {others > 0 && <Button onClick={onNext}>{t('alike.next')}</Button>}
      {group === null ? (
        others === 0 && <Button onClick={onClose}>{t('close')}</Button>
      ) : (
        <>
          <Button onClick={once(() => onDiscard(group))}>{t('alike.discard')}</Button>
          <Button variant="primary" onClick={once(() => onAccept(group))}>
            {t(group.into === null ? 'alike.group' : 'alike.join')}
          </Button>
        </>
      )}
    </>
  )
}
