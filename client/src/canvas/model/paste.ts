/** Most notes that one paste makes: a pasted book is a mistake, not a board. */
export const MOST_PASTED = 50

/** Pasted text as notes: one per line, without bullets and blanks, each no longer than a note may be. */
export function linesOf(text: string, longest: number): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '')
        .trim()
        .slice(0, longest),
    )
    .filter((line) => line !== '')
    .slice(0, MOST_PASTED)
}
