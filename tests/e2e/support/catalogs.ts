import { readFile, readdir } from 'node:fs/promises'

const FOLDER = new URL('../../../client/src/i18n/', import.meta.url)

async function wordsOf(language: 'en' | 'es'): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(path, value)
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`)
  }
  const folder = new URL(`${language}/`, FOLDER)
  for (const file of await readdir(folder)) walk(JSON.parse(await readFile(new URL(file, folder), 'utf8')), file)
  return words
}

/** A catalog's text as a pattern: what is filled in may be anything. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\{.*?\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  )

/** Patterns of the English texts that read differently in Spanish. One that is nearly all filled in would fit anything. */
export async function englishWords(): Promise<readonly RegExp[]> {
  const [english, spanish] = [await wordsOf('en'), await wordsOf('es')]
  const both = new Set(spanish.values())
  const fixed = (text: string) => text.replace(/\{\{.*?\}\}/g, '').replace(/[^\p{L}]/gu, '').length
  return [...english]
    .filter(([key, text]) => spanish.get(key) !== text && !both.has(text) && fixed(text) > 2)
    .map(([, text]) => pattern(text))
}
