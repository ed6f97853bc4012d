import type { BoardView } from '@groundswell/shared'
import type { SuggestedGroup } from '@groundswell/shared/suggest'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../session/index.ts'
import { boardWords } from './board-words.ts'
import { createDiscarded, type Discarded } from './discarded.ts'
import { openGroup } from './open-group.ts'
import { createPace, type Pace } from './pace.ts'
import type { Suggester } from './suggester.ts'
import { useSuggester } from './use-suggester.ts'

/** Often enough to be of use, and seldom enough not to be noticed on a slow machine. In milliseconds. */
const EVERY_MS = 1_500

export interface Suggestions {
  /** Groups that still stand and were not turned down here, the surest first. */
  readonly groups: readonly SuggestedGroup[]
  readonly discarded: Discarded
}

const NONE: readonly SuggestedGroup[] = []

/** What looks alike on the board, found anew as the board changes. Nothing is done by itself. */
export function useSuggestions(view: BoardView): Suggestions {
  const suggester = useSuggester()
  const found = useFound(suggester, view)
  const { id } = useSession()
  const discarded = useMemo(() => createDiscarded(safeStorage(), id), [id])
  const version = useSyncExternalStore(discarded.subscribe, discarded.get)
  return useMemo(() => {
    const stands = (group: SuggestedGroup) => {
      const open = openGroup(group, view)
      return open !== null && !discarded.has(open)
    }
    return { groups: found.filter(stands), discarded }
    // oxlint-disable-next-line react/exhaustive-deps -- another one was turned down
  }, [found, view, discarded, version])
}

function useFound(suggester: Suggester, view: BoardView): readonly SuggestedGroup[] {
  const [found, setFound] = useState(NONE)
  const latest = useRef(view)
  const pace = useRef<Pace | null>(null)
  useLayoutEffect(() => {
    latest.current = view
    pace.current?.nudge()
  }, [view])
  useEffect(() => {
    let seen = ''
    const look = async () => {
      const words = boardWords(latest.current)
      // Moves on the board change no words: there is nothing new to find.
      const now = JSON.stringify(words)
      if (now === seen) return
      seen = now
      setFound(await suggester.groups(words))
    }
    const started = createPace(look, EVERY_MS)
    pace.current = started
    started.nudge()
    return started.stop
  }, [suggester])
  return found
}

function safeStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
