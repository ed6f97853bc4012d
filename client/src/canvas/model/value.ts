import type { Watched } from '@groundswell/shared'

/** A value that tells its listeners when it becomes another one. */
export interface Value<T> extends Watched<T> {
  readonly set: (next: T) => void
}

export function createValue<T>(first: T): Value<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      listeners.forEach((listener) => listener())
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
