/** Counts who uses something. The end comes a while after the last one let go: screens that follow each other share it. */
export interface UseCount {
  readonly isUsed: () => boolean
  /** Answers the release, which is safe to call twice. */
  readonly retain: () => () => void
  /** Nobody uses it any more; `onEnd` is not called. */
  readonly stop: () => void
}

export function createUseCount(lingerMs: number, onStart: () => void, onEnd: () => void): UseCount {
  let users = 0
  let linger: ReturnType<typeof setTimeout> | null = null
  const stay = () => {
    if (linger !== null) clearTimeout(linger)
    linger = null
  }
  return {
    isUsed: () => users > 0,
    retain: () => {
      users++
      stay()
      if (users === 1) onStart()
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        users--
        if (users === 0) linger = setTimeout(onEnd, lingerMs)
      }
    },
    stop: () => {
      stay()
      users = 0
    },
  }
}
