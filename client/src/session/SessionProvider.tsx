import type { ApiErrorCode } from '@groundswell/shared'
import { createContext, type ReactNode } from 'react'
import type { SessionCore } from './core.ts'

export interface SessionContextValue {
  readonly session: SessionCore
  /** Tells the person, in words, that a command was refused. */
  readonly onRefused: (error: ApiErrorCode) => void
}

export const SessionContext = createContext<SessionContextValue | null>(null)

export interface SessionProviderProps extends SessionContextValue {
  readonly children: ReactNode
}

/** Puts a running session within reach of the hooks. It starts and stops nothing: the owner of `session` does. */
export function SessionProvider({ session, onRefused, children }: SessionProviderProps) {
  return <SessionContext value={{ session, onRefused }}>{children}</SessionContext>
}
