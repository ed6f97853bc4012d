/** A queue of things to say, spoken in batches so that a busy room does not talk over the reader. */
export interface Announcements {
  /** With a `topic`, a later message replaces the waiting one of the same topic ("12 new notes" over "11"). */
  readonly announce: (text: string, topic?: string) => void
  readonly setPaused: (paused: boolean) => void
  readonly paused: () => boolean
  /** Calls back with each batch; returns its own undo. */
  readonly listen: (say: (text: string) => void) => () => void
}

/** Milliseconds that messages wait for company. */
const BATCH = 1500
/** More than this in one batch is noise; the latest stay. */
const MOST = 4

export function createAnnouncements(): Announcements {
  let waiting: readonly { readonly text: string; readonly topic: string }[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  let paused = false
  const listeners = new Set<(text: string) => void>()
  const flush = () => {
    timer = null
    const text = waiting
      .slice(-MOST)
      .map((entry) => entry.text)
      .join(' ')
    waiting = []
    for (const say of listeners) say(text)
  }
  return {
    announce: (text, topic = text) => {
      if (paused) return
      waiting = [...waiting.filter((entry) => entry.topic !== topic), { text, topic }]
      timer ??= setTimeout(flush, BATCH)
    },
    setPaused: (next) => {
      paused = next
      if (next) waiting = []
    },
    paused: () => paused,
    listen: (say) => {
      listeners.add(say)
      return () => listeners.delete(say)
    },
  }
}
