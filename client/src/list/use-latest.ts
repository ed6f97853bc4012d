import { useCallback, useLayoutEffect, useRef } from 'react'

/** Reads the newest value from a callback that itself stays the same, so that nothing below renders for its sake. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  }, [value])
  return useCallback(() => latest.current, [])
}
