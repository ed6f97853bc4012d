import type { FocusType, Horizon } from '@groundswell/shared'

/** What people say about one thing, today and in three years. */
export interface Topic {
  readonly title: string
  readonly focus: FocusType
  readonly says: Readonly<Record<Horizon, readonly string[]>>
}

/** Everything simulated people can say in one language. */
export interface Phrases {
  readonly topics: readonly Topic[]
  /** Where or when something is so; put behind a note, so that a large room says nothing twice. */
  readonly places: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  /** With {{n}} for a number. */
  readonly teamName: string
  readonly goals: readonly { readonly statement: string; readonly why: string }[]
  readonly contributions: readonly string[]
  readonly steps: readonly string[]
  readonly reservation: string
}
