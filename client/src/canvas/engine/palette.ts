/** Colours by token, read once per theme: a canvas knows no style sheet. */
export interface Palette {
  readonly [token: string]: string
}

const TOKENS = [
  'today-note',
  'today-edge',
  'today-ink',
  'ideal-note',
  'ideal-edge',
  'ideal-ink',
  'surface',
  'line',
  'ink',
  'ink-2',
  'accent',
  'student',
  'student-soft',
  'teacher',
  'teacher-soft',
  'font',
]

const readPalette = (el: Element): Palette => {
  const style = getComputedStyle(el)
  return Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]))
}

/** The colours in which `container` stands now; read again when the theme changes. */
export function createPalette(container: HTMLElement): () => Palette {
  let theme = ''
  let colours: Palette = {}
  return () => {
    const now = `${container.className} ${document.documentElement.dataset['theme'] ?? ''}`
    if (now !== theme) colours = readPalette(container)
    theme = now
    return colours
  }
}
