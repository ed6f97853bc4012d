import type { Language } from '../api.ts'
import { ENGLISH } from './words-en.ts'
import { SPANISH } from './words-es.ts'
import type { ExportWords } from './words-shape.ts'

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { en: ENGLISH, es: SPANISH }

/** `2026-10-23` reads as `Oct 23, 2026` or `23 oct 2026`; an unset date reads as nothing. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-')
  const name = EXPORT_WORDS[language].months[Number(month) - 1]
  if (year === undefined || day === undefined || name === undefined) return ''
  return language === 'en' ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`
}
