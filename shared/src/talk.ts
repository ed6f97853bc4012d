import type { PersonId } from './ids.ts'
import type { Person } from './records.ts'
import type { Step } from './steps.ts'

/** Groups small enough that everyone speaks. */
const FOUR = 4
const PAIR = 2

export const talkSize = (step: Pick<Step, 'topic'>): number => (step.topic === 'working' ? PAIR : FOUR)

type Talker = Pick<Person, 'id' | 'jobRole'>

/** The same numbers from 0 to 1 for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Whoever leads a building speaks last: the others would only agree. */
export const speakingOrder = <T extends Pick<Person, 'jobRole'>>(people: readonly T[]): readonly T[] =>
  [...people].sort((a, b) => Number(a.jobRole === 'building_leader') - Number(b.jobRole === 'building_leader'))

/** Groups of about `size` with as many different job roles in each as there are, everyone in one; another `seed` mixes anew. */
export function dealGroups(people: readonly Talker[], size: number, seed: number): readonly (readonly PersonId[])[] {
  if (people.length === 0) return []
  const chance = chanceOf(seed)
  const mixed = people.map((person) => ({ person, at: chance() })).sort((a, b) => a.at - b.at)
  const byRole = mixed.map(({ person }) => person).sort((a, b) => (a.jobRole < b.jobRole ? -1 : Number(a.jobRole > b.jobRole)))
  const count = Math.max(1, size === PAIR ? Math.floor(people.length / PAIR) : Math.round(people.length / size))
  const groups: Talker[][] = Array.from({ length: count }, () => [])
  byRole.forEach((person, index) => groups[index % count]?.push(person))
  return groups.map((group) => speakingOrder(group).map(({ id }) => id))
}

/** The groups as they are now: who has been removed is out, and who came later joins the smallest. */
export function groupsNow(groups: readonly (readonly PersonId[])[], people: readonly Talker[]): readonly (readonly Talker[])[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const now = groups.map((group) => group.flatMap((id) => byId.get(id) ?? []))
  const placed = new Set(groups.flat())
  for (const late of people.filter(({ id }) => !placed.has(id)))
    now
      .reduce<Talker[] | undefined>((least, group) => (least && least.length <= group.length ? least : group), undefined)
      ?.push(late)
  return now.filter((group) => group.length > 0).map(speakingOrder)
}

/** Who is dealt into groups: a table talks among itself, and who leads goes round. */
export const isTalker = ({ role, removed, device }: Pick<Person, 'role' | 'removed' | 'device'>): boolean =>
  role === 'participant' && !removed && device === 'person'
