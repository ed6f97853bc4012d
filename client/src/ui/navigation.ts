import { useSyncExternalStore } from 'react'

const MOVED = 'groundswell:moved'

/** Goes to a path of this app without loading the page. `replace` leaves no step back. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  dispatchEvent(new Event(MOVED))
}

export const useNavigate = (): typeof navigate => navigate

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener('hashchange', changed)
  addEventListener(MOVED, changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener('hashchange', changed)
    removeEventListener(MOVED, changed)
  }
}

const here = (): string => location.pathname + location.hash

/** The path with its fragment, followed as it changes. */
export const useLocation = (): string => useSyncExternalStore(subscribe, here)
