import type { FocusType, Theme } from '@groundswell/shared'

/**
 * The one focus all themes share when every place is taken by it: worth a second look, never a wall.
 * Null while places are free or both kinds are there.
 */
export function missingFocus(themes: readonly Pick<Theme, 'focus'>[], places: number): FocusType | null {
  const first = themes[0]
  if (first === undefined || themes.length < places) return null
  return themes.every((theme) => theme.focus === first.focus) ? first.focus : null
}
