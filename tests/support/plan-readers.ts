import type { PlcFile } from '@groundswell/shared'
import ICAL from 'ical.js'
import mammoth from 'mammoth'
import Papa from 'papaparse'

/** What anybody who reads a plan must find in it, in every format. */
export const wordsOf = ({ goal, steps, agreement, checkIns, replies }: PlcFile): readonly string[] =>
  [
    goal.statement,
    goal.whyItMatters,
    ...goal.indicators.map(({ text }) => text),
    ...goal.lists.successCriteria.map(({ text }) => text),
    ...steps.flatMap(({ text, evidence }) => [text, evidence]),
    ...agreement.map(({ reservation }) => reservation),
    ...checkIns.map(({ focus }) => focus),
    ...replies.map(({ text }) => text),
  ].filter((text) => text !== '')

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export interface CalendarDay {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly end: string
  /** The page that belongs to it, or null. */
  readonly url: string | null
}

/** The events of a calendar, as a calendar program reads them. */
export function daysOf(text: string): readonly CalendarDay[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(each)
    const url = each.getFirstPropertyValue('url')
    return {
      uid,
      summary,
      description: description ?? '',
      start: startDate.toString(),
      end: endDate.toString(),
      url: typeof url === 'string' ? url : null,
    }
  })
}

/** The rows of a table, by the names of its columns. Throws when it is not one. */
export function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '))
  return data
}

export interface WordDocument {
  /** All its words, on one line. */
  readonly text: string
  readonly html: string
}

/** A Word document as a word processor reads it. Throws when something in it is not understood. */
export async function readWord(buffer: Buffer): Promise<WordDocument> {
  const { value: html, messages } = await mammoth.convertToHtml({ buffer })
  const broken = messages.filter(({ type }) => type === 'error')
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join('; '))
  const { value: text } = await mammoth.extractRawText({ buffer })
  return { text: oneLine(text), html }
}
