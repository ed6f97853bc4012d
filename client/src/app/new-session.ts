import type { AgendaTemplate, CreateSession, JobRole, Language, Naming, SessionId } from '@groundswell/shared'
import type { RememberedSeat } from '../session/index.ts'

/** The form of a new session, as typed. */
export interface NewSession {
  readonly title: string
  readonly district: string
  readonly year: string
  /** Null means the default question, which follows the language and the year until someone writes their own. */
  readonly current: string | null
  readonly ideal: string | null
  readonly naming: Naming
  readonly template: AgendaTemplate
  readonly language: Language
  readonly name: string
  readonly jobRole: JobRole
  /** The earlier session whose steps this one begins with; null takes the template's. */
  readonly like: SessionId | null
}

export const blankSession = (thisYear: number, language: Language): NewSession => ({
  title: '',
  district: '',
  year: String(thisYear + 3),
  current: null,
  ideal: null,
  naming: 'no_names',
  template: 'cohort',
  language,
  name: '',
  jobRole: 'technology_coach',
  like: null,
})

export type FieldError = 'missing' | 'year_bad'
export type NewSessionErrors = Partial<Record<'title' | 'district' | 'name' | 'year', FieldError>>

/** Years one may aim for, seen from `thisYear`. */
export const yearRange = (thisYear: number): { readonly from: number; readonly to: number } => ({
  from: thisYear,
  to: thisYear + 20,
})

/** What is missing or wrong, by field; an empty object when the session can start. */
export function checkSession(form: NewSession, thisYear: number): NewSessionErrors {
  const errors: NewSessionErrors = {}
  for (const field of ['title', 'district', 'name'] as const) {
    if (form[field].trim() === '') errors[field] = 'missing'
  }
  const { from, to } = yearRange(thisYear)
  const year = Number(form.year)
  if (!Number.isInteger(year) || year < from || year > to) errors.year = 'year_bad'
  return errors
}

/** The request, with the default questions where none were written. */
export const toRequest = (
  form: NewSession,
  defaults: { readonly current: string; readonly ideal: string },
  earlier: RememberedSeat | null = null,
): CreateSession => ({
  title: form.title.trim(),
  district: form.district.trim(),
  targetYear: Number(form.year),
  questions: { current: form.current?.trim() || defaults.current, ideal: form.ideal?.trim() || defaults.ideal },
  naming: form.naming,
  template: form.template,
  language: form.language,
  facilitator: { name: form.name.trim(), jobRole: form.jobRole },
  ...(earlier === null ? {} : { like: { session: earlier.seat.session, key: earlier.seat.key } }),
})
