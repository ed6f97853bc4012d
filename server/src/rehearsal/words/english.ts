import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { exampleSession, type Horizon, type SessionFile } from '@groundswell/shared'
import type { Phrases, Topic } from './words.ts'

const EXAMPLE = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')

function topicsOf({ notes, clusters }: SessionFile): readonly Topic[] {
  const says = (cluster: string, horizon: Horizon) =>
    notes.filter((note) => note.place[0] === cluster && note.horizon === horizon).map(({ text }) => text)
  return clusters.map(({ id, title, focus }) => ({
    title,
    focus: focus ?? 'teacher_action',
    says: { current: says(id, 'current'), ideal: says(id, 'ideal') },
  }))
}

/** The words of the example session, as the product ships it. */
export function englishPhrases(): Phrases {
  const file = exampleSession(JSON.parse(readFileSync(EXAMPLE, 'utf8')), 0)
  return {
    topics: topicsOf(file).filter(({ says }) => says.current.length > 1 && says.ideal.length > 1),
    places: PLACES,
    firstNames: FIRST_NAMES,
    lastNames: LAST_NAMES,
    teamName: 'Team {{n}}',
    goals: file.plcs.map(({ goal }) => ({ statement: goal.statement, why: goal.whyItMatters })),
    contributions: file.plcs.flatMap(({ plans }) => plans.map(({ contribution }) => contribution)),
    steps: file.plcs.flatMap(({ steps }) => steps.map(({ text }) => text)),
    reservation: 'I can live with it if we look at the time it takes after a month.',
  }
}

const PLACES = [
  'in grade 6',
  'at the high school',
  'on our campus',
  'in the portables',
  'most weeks',
  'for newcomers above all',
  'in science',
  'in the early grades',
  'on both campuses',
  'in grades 3 to 5',
  'as far as I can see',
]

const FIRST_NAMES = [
  'Amara',
  'Beatriz',
  'Calvin',
  'Dolores',
  'Emeka',
  'Farah',
  'Gwen',
  'Hector',
  'Imani',
  'Joaquín',
  'Keiko',
  'Lionel',
  'Maribel',
  'Nadia',
  'Oscar',
  'Parveen',
  'Quincy',
  'Rosalind',
  'Samir',
  'Tamika',
  'Ulises',
  'Veronica',
  'Wendell',
  'Ximena',
  'Yolanda',
]

const LAST_NAMES = [
  'Abernathy',
  'Baptiste',
  'Castellanos-Whitfield',
  'Delacroix',
  'Eastman',
  'Fukuda',
  'Gutiérrez',
  'Holloway',
  'Iyer',
  'Jankowski',
  'Kowalczyk',
  'Lee',
  'Montgomery',
  'Nguyen',
  'Ortega',
  'Park',
  'Rasmussen',
]
