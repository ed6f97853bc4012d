import {
  pileOf,
  type BoardView,
  type ClusterId,
  type ClusterView,
  type Note,
  type NoteId,
  type PersonId,
  type StageView,
} from '@groundswell/shared'

/** A hand as its holder has it now. */
export interface MyHand {
  /** Those of its notes that are still loose, in their order. */
  readonly left: readonly Note[]
  /** How many it was when it was dealt. */
  readonly size: number
}

/** How the dealing stands, for one person. */
export type Deal =
  | { readonly state: 'off' }
  | {
      readonly state: 'hands'
      /** Null while one holds none. */
      readonly mine: MyHand | null
      /** Hands that are out, one's own included. */
      readonly out: number
      /** Loose notes that nobody holds. */
      readonly pile: number
      /** Who else holds a note, by its id. */
      readonly takenBy: ReadonlyMap<NoteId, string>
    }
  | {
      readonly state: 'curating'
      /** Their names, in the order of naming. */
      readonly curators: readonly string[]
      readonly curates: boolean
      readonly flags: ReadonlyMap<ClusterId, number>
    }

export const OFF: Deal = { state: 'off' }

const isLoose = (note: Note | undefined): note is Note => note !== undefined && !note.aside && note.place[0] === null

const nameIn = ({ people }: StageView, id: PersonId): string => people.find((person) => person.id === id)?.name ?? ''

function handsFor({ hands, people }: StageView, view: BoardView, me: PersonId): Deal {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const own = hands.find(({ person }) => person === me)
  const mine = own && { size: own.notes.length, left: own.notes.map((id) => view.notes.get(id)).filter(isLoose) }
  const takenBy = new Map<NoteId, string>()
  for (const { person, notes } of hands)
    if (person !== me) for (const note of notes) if (isLoose(view.notes.get(note))) takenBy.set(note, names.get(person) ?? '')
  const loose = view.loose.map(({ id }) => id)
  return { state: 'hands', mine: mine ?? null, out: hands.length, pile: pileOf(loose, hands).length, takenBy }
}

/** Total: hands of people who left, and of notes and clusters that are gone, give a valid answer. */
export function dealFor(stage: StageView, view: BoardView, me: PersonId): Deal {
  const { dealing } = stage.room
  if (stage.step.kind !== 'group') return OFF
  switch (dealing.state) {
    case 'off':
      return OFF
    case 'hands':
      return handsFor(stage, view, me)
    case 'curating': {
      const flags = dealing.flags.filter(({ cluster }) => view.clusters.has(cluster))
      return {
        state: 'curating',
        curators: dealing.curators.map((person) => nameIn(stage, person)).filter(Boolean),
        curates: dealing.curators.includes(me),
        flags: new Map(flags.map(({ cluster, count }) => [cluster, count])),
      }
    }
  }
}

/** Most flagged first, then the largest. */
export const byFlags = (clusters: readonly ClusterView[], flags: ReadonlyMap<ClusterId, number>): readonly ClusterView[] =>
  clusters.toSorted((a, b) => (flags.get(b.id) ?? 0) - (flags.get(a.id) ?? 0) || b.notes.length - a.notes.length)
