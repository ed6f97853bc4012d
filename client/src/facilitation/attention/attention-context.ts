import type { ClusterId, NoteId } from '@groundswell/shared'
import { createContext, useContext } from 'react'
import { NOTHING, type Following } from './attention-state.ts'

/** What a screen is to bring into sight, once for each `seq`. */
export interface LookAt {
  readonly seq: number
  /** `note` and `cluster` ids, or `zone-current`, `zone-ideal`. */
  readonly item: string
  readonly ids: readonly (NoteId | ClusterId)[]
}

export interface Attention {
  readonly following: Following
  readonly follow: () => void
  readonly decline: () => void
  readonly wander: () => void
  /** Null while nothing particular is to be brought into sight. */
  readonly lookAt: LookAt | null
}

const ALONE: Attention = {
  following: NOTHING,
  follow: () => {},
  decline: () => {},
  wander: () => {},
  lookAt: null,
}

export const AttentionContext = createContext<Attention>(ALONE)

export const useAttention = (): Attention => useContext(AttentionContext)
