const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// oxlint-disable-next-line no-control-regex -- no parser takes these
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

/** Text as HTML shows it; nothing that a person typed runs. */
export const escape = (text: string): string =>
  text.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Markup that is finished: its texts are escaped. */
export type Markup = string

export const tag = (name: string, inner: Markup, attributes = ''): Markup =>
  inner === '' ? '' : `<${name}${attributes === '' ? '' : ` ${attributes}`}>${inner}</${name}>`

/** The same around plain text. */
export const say = (name: string, text: string, attributes = ''): Markup => tag(name, escape(text), attributes)

export const bullets = (items: readonly string[]): Markup => tag('ul', items.map((item) => say('li', item)).join(''))

export const cells = (name: string, row: readonly string[]): Markup =>
  row.map((cell) => `<${name}>${escape(cell) || '–'}</${name}>`).join('')

/** A table with a name; it scrolls by itself where it does not fit. The first cell of each row names it. */
export function table(caption: string, head: readonly string[], body: Markup, look = ''): Markup {
  const titles = head.map((title) => `<th scope="col">${escape(title)}</th>`).join('')
  const name = escape(caption)
  return `<div class="wide ${look}" role="group" aria-label="${name}" tabindex="0"><table><caption>${name}</caption><thead><tr>${titles}</tr></thead>${body}</table></div>`
}

export const rows = (lines: readonly (readonly string[])[]): Markup =>
  tag(
    'tbody',
    lines.map(([first = '', ...rest]) => `<tr><th scope="row">${escape(first) || '–'}</th>${cells('td', rest)}</tr>`).join(''),
  )
