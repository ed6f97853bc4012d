import type { JobRole } from '@groundswell/shared'
import { between, createChance, type Chance } from './random.ts'
import type { Phrases } from './words/words.ts'

/** One simulated person: who they are and how they behave, the same for the same seed. */
export interface Character {
  readonly name: string
  readonly jobRole: JobRole
  /** How long they take: 0.6 is quick, 1.7 slow. */
  readonly slowness: number
  /** How many notes they write on each side. */
  readonly notes: number
  /** Groups notes; others only read. */
  readonly groups: boolean
  /** Makes clusters and teams; others put into what is there. */
  readonly starts: boolean
  /** Says "I'm done" when they are. */
  readonly finishes: boolean
  /** Looks elsewhere when called. */
  readonly wanders: boolean
  /** Joins, and is hardly heard of. */
  readonly quiet: boolean
}

const JOBS: readonly JobRole[] = [
  'teacher',
  'technology_coach',
  'building_leader',
  'support_specialist',
  'trainer',
  'teacher',
  'teacher',
  'other',
]

const nameAt = ({ firstNames, lastNames }: Phrases, n: number): string => {
  const first = firstNames[n % firstNames.length] ?? ''
  // Another last name each time the first names come round.
  const last = lastNames[(n * 5 + Math.floor(n / firstNames.length)) % lastNames.length] ?? ''
  return `${first} ${last}`
}

/** Every so manieth starts things, from the first one on. */
export const STARTER_EVERY = 5
const isStarter = (n: number): boolean => n % STARTER_EVERY === 0

const characterAt = (phrases: Phrases, n: number, chance: Chance): Character => ({
  name: nameAt(phrases, n),
  jobRole: JOBS[n % JOBS.length] ?? 'other',
  slowness: 0.6 + chance() * 1.1,
  notes: between(chance, 2, 6),
  groups: isStarter(n) || n % 3 !== 2,
  starts: isStarter(n),
  finishes: n % 8 !== 7,
  wanders: chance() < 0.12,
  quiet: !isStarter(n) && n % 12 === 11,
})

/** So many people, each with a name of their own. */
export function castOf(people: number, phrases: Phrases, seed: number): readonly Character[] {
  const chance = createChance(seed)
  return Array.from({ length: people }, (_, n) => characterAt(phrases, n, chance))
}
