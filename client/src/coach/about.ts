import { clustersInOrder, type BoardView, type CoachNote, type StageView } from '@groundswell/shared'

export type About = CoachNote['about']

/** `plc:p1` for a select's value, empty for nothing in particular. */
export const aboutKey = (about: About): string => (about === null ? '' : `${about.kind}:${about.id}`)

export function readAbout(key: string): About {
  const [kind, id] = key.split(':')
  return (kind === 'plc' || kind === 'person' || kind === 'note' || kind === 'cluster') && id ? { kind, id } : null
}

export interface AboutChoice {
  readonly value: string
  readonly kind: 'plc' | 'person' | 'cluster'
  readonly name: string
}

type Stage = Pick<StageView, 'plcs' | 'people'>

/** What a note can be about: the PLCs, then the named clusters, then the people, in the session's order. */
export const aboutChoices = (stage: Stage, board: BoardView): readonly AboutChoice[] => [
  ...stage.plcs.map((plc): AboutChoice => ({ value: `plc:${plc.id}`, kind: 'plc', name: plc.name })),
  ...clustersInOrder(board)
    .filter(({ title }) => title.trim() !== '')
    .map(({ id, title }): AboutChoice => ({ value: `cluster:${id}`, kind: 'cluster', name: `“${title.trim()}”` })),
  ...stage.people
    .filter((person) => !person.removed && person.role === 'participant')
    .map((person): AboutChoice => ({ value: `person:${person.id}`, kind: 'person', name: person.name })),
]
