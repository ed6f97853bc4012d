const KEY = 'groundswell.pointers'
const ALL = 'all'

/** Where storage is closed, such as in some school profiles, the choice lasts as long as the page. */
function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === ALL
  } catch {
    return false
  }
}

let asks: boolean | null = null
const listeners = new Set<() => void>()

/** Whether the person at this device wants to see everyone's pointer in a crowd. */
export const pointerChoice = {
  get: (): boolean => (asks ??= stored()),
  set: (next: boolean): void => {
    asks = next
    try {
      if (next) localStorage.setItem(KEY, ALL)
      else localStorage.removeItem(KEY)
    } catch {
      // It holds for this page all the same.
    }
    listeners.forEach((listener) => listener())
  },
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
}
