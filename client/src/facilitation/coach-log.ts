import type { CoachNote } from '@groundswell/shared'

/**
 * A coach's own log as Markdown, oldest first. Made on this device, from what only this coach's devices hold. `nameOf` says
 * what a note is about; empty for nothing.
 */
export function coachLog(
  title: string,
  notes: readonly CoachNote[],
  nameOf: (about: CoachNote['about']) => string,
  language: string,
): string {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const entries = notes
    .toSorted((a, b) => a.at - b.at)
    .map((note) => {
      const about = nameOf(note.about)
      return `## ${when.format(note.at)}${about === '' ? '' : ` · ${about}`}\n\n${note.text.trim()}\n`
    })
  return [`# ${title}\n`, ...entries].join('\n')
}
