import type { PersonId, StepId } from './ids.ts'
import { HORIZONS, type Horizon } from './records.ts'
import type { Step } from './steps.ts'

/** How long everyone sees the count before a reveal, in milliseconds. */
export const REVEAL_COUNT_MS = 3_000

/** A reveal that is being counted down to, or the last one that was. */
export interface RevealCount {
  readonly by: PersonId
  readonly horizons: readonly Horizon[]
  /** Server clock, milliseconds since 1970. */
  readonly endsAt: number
  /** Where everyone goes with it. */
  readonly to: StepId
  /** The server has begun to publish. */
  readonly done: boolean
}

/** Commands of the reveal. `to` is the step that everyone goes to, or the one they are in. */
export type RevealCommand = { readonly type: 'reveal.start'; readonly to: StepId } | { readonly type: 'reveal.cancel' }

/** Where a session stands, as far as a reveal depends on it. */
export interface BeforeStep {
  readonly agenda: readonly Step[]
  readonly at: StepId
  readonly writing: Readonly<Record<Horizon, { readonly notes: number; readonly revealed: boolean }>>
}

/** Steps that work with all notes: whoever goes on to one of them leaves no desk behind. */
const NEEDS_ALL: ReadonlySet<Step['kind']> = new Set(['group', 'name', 'vote', 'choose'])

/**
 * The sides whose desks are published by going to a step: its own side for reading together or talking about it; going on to grouping or
 * past it, every side that people have written on. Going back publishes nothing but what the step is about (SPEC A3).
 */
export function revealsBy(to: Step, { agenda, at, writing }: BeforeStep): readonly Horizon[] {
  if (to.kind === 'together' || to.kind === 'talk')
    return to.horizon !== null && !writing[to.horizon].revealed ? [to.horizon] : []
  const indexOf = (id: StepId) => agenda.findIndex((step) => step.id === id)
  if (!NEEDS_ALL.has(to.kind) || indexOf(to.id) <= indexOf(at)) return []
  return HORIZONS.filter((horizon) => !writing[horizon].revealed && writing[horizon].notes > 0)
}

const APOSTROPHES = /['’ʼ]/gu
const MARKS = /[\p{P}\s]+/gu

/** The words of a note for telling whether two say the same: case, punctuation and blanks do not count, accents do. */
export function foldWords(text: string): string {
  const folded = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').replace(MARKS, ' ').trim()
  return folded === '' ? text.trim() : folded
}

/** Notes that stand together only because they say the same: nobody has named them or put another one to them. */
export function isStack({
  title,
  notes,
}: {
  readonly title: string
  readonly notes: readonly { readonly text: string }[]
}): boolean {
  const [first, ...others] = notes.map(({ text }) => foldWords(text))
  return title.trim() === '' && others.length > 0 && others.every((words) => words === first)
}
