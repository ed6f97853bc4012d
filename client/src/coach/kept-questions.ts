/** What this coach keeps on this device, through all sessions: starred questions of the bank, and own ones, the latest first. */
export interface KeptQuestions {
  readonly stars: readonly string[]
  readonly own: readonly string[]
}

const KEY = 'groundswell.questions'
const MOST_OWN = 50
const NONE: KeptQuestions = { stars: [], own: [] }

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []

/** Total: whatever is stored gives a valid value. */
export function readKept(json: string | null): KeptQuestions {
  try {
    const value: unknown = JSON.parse(json ?? 'null')
    if (typeof value !== 'object' || value === null) return NONE
    const { stars, own } = value as Readonly<Record<string, unknown>>
    return { stars: texts(stars), own: texts(own).slice(0, MOST_OWN) }
  } catch {
    return NONE
  }
}

export const withStar = (kept: KeptQuestions, id: string, on: boolean): KeptQuestions => {
  const others = kept.stars.filter((other) => other !== id)
  return { ...kept, stars: on ? [...others, id] : others }
}

/** Asked again, a question comes first and stands there once. */
export const withOwn = (kept: KeptQuestions, text: string): KeptQuestions => ({
  ...kept,
  own: [text, ...kept.own.filter((other) => other !== text)].slice(0, MOST_OWN),
})

export const withoutOwn = (kept: KeptQuestions, text: string): KeptQuestions => ({
  ...kept,
  own: kept.own.filter((other) => other !== text),
})

let held: KeptQuestions | null = null
const listeners = new Set<() => void>()

/** Where nothing can be stored, it lasts as long as the page. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

export const keptQuestions = {
  get: (): KeptQuestions => (held ??= readKept(attempt(() => localStorage.getItem(KEY)))),
  change: (by: (kept: KeptQuestions) => KeptQuestions): void => {
    held = by(keptQuestions.get())
    attempt(() => localStorage.setItem(KEY, JSON.stringify(held)))
    listeners.forEach((listener) => listener())
  },
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
}
