import type { ApiErrorCode, Result } from '@groundswell/shared'
import { useState } from 'react'

/** A request that a form makes: whether it runs, and why the last one failed. */
export interface Act {
  readonly busy: boolean
  readonly error: ApiErrorCode | null
  /** Runs `request`; a second one while it runs is ignored. `done` gets the value of a success. */
  readonly run: <T>(request: () => Promise<Result<T, ApiErrorCode>>, done: (value: T) => void) => void
  readonly clear: () => void
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiErrorCode | null>(null)
  const act = async <T>(request: () => Promise<Result<T, ApiErrorCode>>, done: (value: T) => void) => {
    setBusy(true)
    setError(null)
    const answer = await request()
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setError(answer.error)
  }
  return {
    busy,
    error,
    run: (request, done) => {
      if (!busy) void act(request, done)
    },
    clear: () => setError(null),
  }
}
