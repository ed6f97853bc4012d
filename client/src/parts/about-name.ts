import type { BoardView, ClusterId, CoachNote, NoteId, StageView } from '@groundswell/shared'

type Stage = Pick<StageView, 'plcs' | 'people'>
type Board = Pick<BoardView, 'clusters' | 'notes' | 'merged'>

const MOST_LETTERS = 80
const quoted = (text: string): string => `“${text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text}”`

/** What a note is about, by name or by its words; empty for nothing, null for what is gone or has no words. */
export function aboutName(about: CoachNote['about'], stage: Stage, { clusters, notes, merged }: Board): string | null {
  if (about === null) return ''
  const { id } = about
  switch (about.kind) {
    case 'plc':
      return stage.plcs.find((plc) => plc.id === id)?.name ?? null
    case 'person':
      return stage.people.find((person) => person.id === id)?.name ?? null
    case 'cluster': {
      const title = clusters.get(merged.get(id as ClusterId) ?? (id as ClusterId))?.title.trim() ?? ''
      return title === '' ? null : quoted(title)
    }
    case 'note': {
      const text = notes.get(id as NoteId)?.text.trim() ?? ''
      return text === '' ? null : quoted(text)
    }
  }
}
