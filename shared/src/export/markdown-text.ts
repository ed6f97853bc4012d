/** Characters that Markdown or HTML would read as more than themselves. */
const SPECIAL = /[\\`*_{}[\]<>#|!~&$]/g
/** What begins a list, a quote or a heading when a line begins with it. */
const OPENER = /^(\s*)([-+=>]|\d+[.)])/

/** A person's words as one line that reads exactly as typed, in any Markdown reader, inside a table too (SPEC X6). */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, '\\$&')
    .replace(OPENER, (_, blank: string, opener: string) => `${blank}${opener.slice(0, -1)}\\${opener.slice(-1)}`)

export const heading = (level: number, text: string): string => `${'#'.repeat(Math.min(6, level))} ${text}`

/** A block of bullets, or nothing. */
export const bullets = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]

/** A table, or nothing without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')]
}

/** `**Label:** text`, or nothing when there is no text. */
export const labelled = (label: string, text: string): readonly string[] =>
  text.trim() === '' ? [] : [`**${label}:** ${plain(text)}`]

/** Blocks with a blank line between; the file ends with a line break. */
export const join = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`
