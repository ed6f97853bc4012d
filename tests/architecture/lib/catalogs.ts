/** A catalog of sentences: nested names, each leading to a text. */
export interface Catalog {
  readonly [name: string]: string | Catalog
}

/** The catalog's texts by their dotted name. */
export function flatten(catalog: Catalog, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(catalog).flatMap(([name, value]): (readonly [string, string])[] =>
    typeof value === 'string' ? [[prefix + name, value]] : [...flatten(value, `${prefix}${name}.`)],
  )
  return new Map(entries)
}

/** What differs between two languages: missing names, empty texts, other placeholders. Spanish counts "many" where English has none. */
export function compareCatalogs(english: Catalog, spanish: Catalog): readonly string[] {
  const en = flatten(english)
  const es = flatten(spanish)
  return [
    ...[...en.keys()].filter((name) => !es.has(name)).map((name) => `${name} is missing in Spanish`),
    ...[...es.keys()].filter((name) => !en.has(name) && !isExtraPlural(name, en)).map((name) => `${name} is missing in English`),
    ...[...en, ...es].filter(([, text]) => text.trim() === '').map(([name]) => `${name} is empty`),
    ...[...en]
      .filter(([name, text]) => es.has(name) && placeholders(text) !== placeholders(es.get(name) ?? ''))
      .map(([name]) => `${name} has other placeholders`),
  ]
}

const isExtraPlural = (name: string, en: ReadonlyMap<string, string>): boolean =>
  name.endsWith('_many') && en.has(name.replace(/_many$/, '_other'))

/** "_one" may leave its number out, so the count does not take part. */
const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{\s*-?\s*([\w.]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'count')
    .toSorted()
    .join()
