import type { Note, Watched } from '@groundswell/shared'
import type { OpenGroup } from './open-group.ts'

/** Suggestions that were turned down on this device. */
export interface Discarded extends Watched<number> {
  /** True while each of its notes was turned down for the same cluster, in the words it has now. */
  readonly has: (group: OpenGroup) => boolean
  readonly add: (group: OpenGroup) => void
}

/** Which cluster it was for, and a short mark of each note's words: the words themselves are not kept. */
type Kept = readonly [into: string, marks: Readonly<Record<string, number>>]

/** Older ones are forgotten: a session has a few dozen. */
const MOST = 200

/** FNV-1a, 32 bits: enough to tell that words have changed. */
function markOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const NEW = ''
const targetOf = ({ into }: OpenGroup): string => into?.id ?? NEW

const isKept = (value: unknown): value is Kept =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null

function load(storage: Storage | null, key: string): readonly Kept[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isKept) : []
  } catch {
    return []
  }
}

function save(storage: Storage | null, key: string, kept: readonly Kept[]): void {
  try {
    storage?.setItem(key, JSON.stringify(kept))
  } catch {
    // Without storage they are remembered as long as the page.
  }
}

export function createDiscarded(storage: Storage | null, session: string): Discarded {
  const key = `groundswell.notAlike.${session}`
  const listeners = new Set<() => void>()
  let kept = load(storage, key)
  let version = 0
  const covers = ([into, marks]: Kept, group: OpenGroup): boolean =>
    into === targetOf(group) && group.notes.every(({ id, text }: Note) => Object.hasOwn(marks, id) && marks[id] === markOf(text))
  return {
    get: () => version,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    has: (group) => kept.some((one) => covers(one, group)),
    add: (group) => {
      const marks = Object.fromEntries(group.notes.map(({ id, text }) => [id, markOf(text)]))
      kept = [...kept, [targetOf(group), marks] as const].slice(-MOST)
      save(storage, key, kept)
      version++
      for (const listener of listeners) listener()
    },
  }
}
