import type { CoachNote, StageView } from '@groundswell/shared'

/** What a note is about, by name where it has one. */
const aboutOf = (about: CoachNote['about'], stage: Pick<StageView, 'plcs' | 'people'>): string => {
  if (about === null) return ''
  const named = [...stage.plcs, ...stage.people].find((candidate) => candidate.id === about.id)
  return named?.name ?? ''
}

/** A coach's own log as Markdown, oldest first. Made on this device, from what only this coach's devices hold. */
export function coachLog(
  title: string,
  notes: readonly CoachNote[],
  stage: Pick<StageView, 'plcs' | 'people'>,
  language: string,
): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const entries = notes
    .toSorted((a, b) => a.at - b.at)
    .map((note) => {
      const about = aboutOf(note.about, stage)
      return `## ${when.format(note.at)}${about === '' ? '' : ` · ${about}`}\n\n${note.text.trim()}\n`
    })
  return [`# ${title}\n`, ...entries].join('\n')
}
