import { useSyncExternalStore } from 'react'

export type CanvasTheme = 'light' | 'dark' | 'system'

const read = (): CanvasTheme => {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** Light or dark as the page shows it. */
export const useTheme = (): CanvasTheme => useSyncExternalStore(subscribe, read)
