import { LIMITS, noteText, type Note, type NoteId } from '@groundswell/shared'
import { Ellipsis } from 'lucide-react'
import { memo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Reactions, sideOf } from '../parts/index.ts'
import { useSharedText } from '../session/index.ts'
import { Button, IconButton, Menu, Paper, TextArea, type MenuItem } from '../ui/index.ts'
import css from './BoardList.module.css'
import { countsFrom, mineFrom, type React } from './use-reactions.ts'

export interface NoteRowProps {
  readonly note: Note
  readonly doc: Y.Doc
  /** "Today" or the target year. */
  readonly horizon: string
  /** Empty where no name was promised. */
  readonly author: string
  /** What became of the note, in words; empty while nothing has. */
  readonly fate: string
  /** How many wrote the same, in words; empty for a note that stands for itself. */
  readonly times: string
  /** Whose hand it is dealt to; empty for one's own and where none is. */
  readonly handOf: string
  readonly chosen: boolean
  readonly editing: boolean
  /** Who drags it or is putting it somewhere; empty while nobody is. */
  readonly heldBy: string
  readonly counts: string
  readonly mine: string
  /** Null where the step has no reactions to give. */
  readonly react: React | null
  /** Null where the step only lets people read: then no control is there. */
  readonly acts: NoteActs | null
  /** For facilitators: asks everyone to look at this note, or opens a private note about it. */
  readonly onShow: ((note: NoteId, how: 'show' | 'note') => void) | null
  /** Follows the note to what became of it; null where that leads nowhere. */
  readonly onFate: ((note: NoteId) => void) | null
}

export interface NoteActs {
  /** Null where notes are not being grouped: then nothing can be chosen or put anywhere. */
  readonly group: GroupActs | null
  readonly setAside: (note: NoteId) => void
  /** Opens the editor of a note, or closes the one that is open. */
  readonly edit: (note: NoteId | null) => void
}

export interface GroupActs {
  readonly choose: (note: NoteId, chosen: boolean) => void
  readonly putIn: (note: NoteId) => void
  readonly takeOut: (note: NoteId) => void
}

/** One note of the outline. Rendered again only when itself changed: a board has hundreds. */
export const NoteRow = memo(function NoteRow(props: NoteRowProps) {
  const { note, doc, horizon, author, fate, times, handOf, chosen, editing, acts, heldBy, counts, mine, react, onShow, onFate } =
    props
  const { t } = useTranslation('list')
  const facts = [
    horizon,
    times,
    author,
    note.late ? t('note.late') : '',
    handOf && t('deal.takenBy', { name: handOf }),
    heldBy && t('heldBy', { name: heldBy }),
  ].filter(Boolean)
  const group = acts?.group ?? null
  const foot = (
    <div className={css.foot}>
      <span className={css.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {fate === '' ? null : onFate === null ? (
          <span>{fate}</span>
        ) : (
          <button type="button" className={css.fate} aria-label={t('note.fateOpen', { fate })} onClick={() => onFate(note.id)}>
            {fate}
          </button>
        )}
      </span>
      {(react !== null || counts !== '') && (
        <Reactions
          counts={countsFrom(counts)}
          mine={mineFrom(mine)}
          onReact={react === null ? null : (kind, on) => react(note.id, kind, on)}
        />
      )}
      {(acts !== null || onShow !== null) && !editing && <RowActions note={note} acts={acts} onShow={onShow} />}
    </div>
  )
  return (
    <li className={css.note} data-item={note.id} data-held={heldBy !== '' || undefined}>
      <Paper side={sideOf(note.horizon)} selected={chosen} className={css.paper ?? ''} footer={foot}>
        <div className={css.noteHead}>
          {group !== null && (
            <input
              type="checkbox"
              className={css.check}
              checked={chosen}
              aria-label={t('note.choose', { text: note.text })}
              onChange={(event) => group.choose(note.id, event.currentTarget.checked)}
            />
          )}
          {editing && acts !== null ? (
            <NoteEditor doc={doc} id={note.id} onDone={() => acts.edit(null)} />
          ) : (
            <p className={css.text}>{note.text || t('note.empty')}</p>
          )}
        </div>
      </Paper>
    </li>
  )
})

interface RowActionsProps {
  readonly note: Note
  readonly acts: NoteActs | null
  readonly onShow: NoteRowProps['onShow']
}

function RowActions({ note, acts, onShow }: RowActionsProps) {
  const { t } = useTranslation('list')
  const group = acts?.group ?? null
  // A menu is made when it is first asked for: hundreds of closed ones would take seconds to draw.
  const [asked, setAsked] = useState(false)
  const label = t('note.more', { text: note.text })
  const more = (
    <IconButton className={css.onPaper} label={label} aria-haspopup="menu" {...(asked ? {} : { onClick: () => setAsked(true) })}>
      <Ellipsis aria-hidden="true" />
    </IconButton>
  )
  const items: readonly MenuItem[] = [
    // The menu gives the focus back to its button as it closes; the editor takes it after that.
    ...(acts === null ? [] : [{ key: 'edit', label: t('note.edit'), onSelect: () => setTimeout(() => acts.edit(note.id)) }]),
    ...(group === null || note.place[0] === null
      ? []
      : [{ key: 'out', label: t('note.takeOut'), onSelect: () => group.takeOut(note.id) }]),
    ...(acts === null ? [] : [{ key: 'aside', label: t('note.setAside'), onSelect: () => acts.setAside(note.id) }]),
    ...(onShow === null
      ? []
      : [
          { key: 'show', label: t('showAll'), onSelect: () => onShow(note.id, 'show') },
          { key: 'note', label: t('privateNote'), onSelect: () => onShow(note.id, 'note') },
        ]),
  ]
  return (
    <span className={css.noteActions}>
      {group !== null && (
        <Button
          variant="quiet"
          className={css.onPaper}
          aria-label={t('note.putInLabel', { text: note.text })}
          onClick={() => group.putIn(note.id)}
        >
          {t('note.putIn')}
        </Button>
      )}
      {asked ? <Menu align="end" defaultOpen trigger={more} items={items} /> : more}
    </span>
  )
}

interface NoteEditorProps {
  readonly doc: Y.Doc
  readonly id: NoteId
  readonly onDone: () => void
}

/** The note's shared text in place; Escape or Enter leaves it, what was typed is kept. */
function NoteEditor({ doc, id, onDone }: NoteEditorProps) {
  const { t } = useTranslation('list')
  const text = useSharedText(noteText(doc, id))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault()
      onDone()
    }
  }
  return (
    <div className={css.editor}>
      {/* The person has just asked to edit this very note. */}
      <TextArea {...text} autoFocus aria-label={t('note.editLabel')} maxLength={LIMITS.note} onKeyDown={onKeyDown} />
      <Button onClick={onDone}>{t('note.doneEditing')}</Button>
    </div>
  )
}
