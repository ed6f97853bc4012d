import type { Note } from '@groundswell/shared'
import { Paper } from '../ui/index.ts'
import css from './NoteText.module.css'

export interface NoteTextProps {
  readonly note: Pick<Note, 'horizon' | 'text'>
  /** What stands below the words: the horizon, the author, what became of the note. */
  readonly label: string
}

export const sideOf = (horizon: Note['horizon']): 'cool' | 'warm' => (horizon === 'current' ? 'cool' : 'warm')

/** A note to read. Square and cool for today, rounded and warm for the ideal; the label says it in words. */
export function NoteText({ note, label }: NoteTextProps) {
  return (
    <Paper side={sideOf(note.horizon)} footer={label}>
      <span className={css.text}>{note.text}</span>
    </Paper>
  )
}
