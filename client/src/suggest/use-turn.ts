import type { NoteId } from '@groundswell/shared'
import type { SuggestedGroup } from '@groundswell/shared/suggest'
import { useState } from 'react'

export interface Turn {
  /** The group that is looked at; it stays until the person goes on. Null when there is none left. */
  readonly current: SuggestedGroup | null
  /** How many others there are. */
  readonly others: number
  /** On to the next one. What was passed by comes again after all others. */
  readonly next: () => void
}

const key = (group: SuggestedGroup): string => group.notes.join()

/** One suggested group after the other, also while they are found anew beneath. */
export function useTurn(groups: readonly SuggestedGroup[]): Turn {
  const [current, setCurrent] = useState<SuggestedGroup | null>(groups[0] ?? null)
  const [passed, setPassed] = useState<ReadonlySet<NoteId>>(new Set())
  const others = groups.filter((group) => current === null || key(group) !== key(current))
  const next = () => {
    const seen = new Set([...passed, ...(current?.notes ?? [])])
    const fresh = others.find((group) => !group.notes.every((note) => seen.has(note)))
    setPassed(fresh === undefined ? new Set() : seen)
    setCurrent(fresh ?? others[0] ?? null)
  }
  return { current, others: others.length, next }
}
