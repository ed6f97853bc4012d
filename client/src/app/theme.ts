export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'groundswell.theme'

/** What this device chose; the system's own setting without a choice. */
export function currentTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** Applies a theme to the page. Call it before the first paint with the current one. */
export function showTheme(theme: Theme): void {
  const shown = theme === 'system' ? (systemIsDark().matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
}

/** Goes along when the system changes, unless this device has chosen; returns its stop. */
export function followSystem(): () => void {
  const system = systemIsDark()
  const follow = () => showTheme(currentTheme())
  system.addEventListener('change', follow)
  return () => system.removeEventListener('change', follow)
}

/** The same, as a choice that this device remembers. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme)
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
