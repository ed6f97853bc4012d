import { isId } from '../ids.ts'
import { isDate } from '../read.ts'

/** What is wrong with a file, and where: `notes.12.text`. */
export interface FileProblem {
  readonly path: string
  readonly message: string
}

/**
 * Reads one value of a file. A wrong value adds a problem and yields a harmless stand-in, so that one pass finds
 * several mistakes; whoever reads a whole file throws the result away when there is any problem.
 */
export type Check<T> = (value: unknown, path: string, problems: FileProblem[]) => T

/** More would help nobody, and a hostile file must not make us write a long answer. */
const MOST_PROBLEMS = 20

const report = (problems: FileProblem[], path: string, message: string): void => {
  if (problems.length < MOST_PROBLEMS) problems.push({ path: path === '' ? 'file' : path, message })
}

const under = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

/** A text of at most `max` UTF-16 units. */
export const text =
  (max: number): Check<string> =>
  (value, path, problems) => {
    if (typeof value === 'string' && value.length <= max) return value
    report(problems, path, typeof value === 'string' ? `must have at most ${max} characters` : 'must be a text')
    return ''
  }

/** An id as documents and addresses allow it. */
export const id = <T extends string>(value: unknown, path: string, problems: FileProblem[]): T => {
  if (!isId(value)) report(problems, path, 'must be an id: letters, digits, - and _, at most 40')
  return (isId(value) ? value : 'x') as T
}

/** A finite number between `least` and `most`. */
export const number =
  (least: number, most: number): Check<number> =>
  (value, path, problems) => {
    if (typeof value === 'number' && value >= least && value <= most) return value
    report(problems, path, `must be a number from ${least} to ${most}`)
    return least
  }

/** A whole number between `least` and `most`. */
export const whole =
  (least: number, most: number): Check<number> =>
  (value, path, problems) => {
    if (Number.isInteger(value)) return number(least, most)(value, path, problems)
    report(problems, path, `must be a whole number from ${least} to ${most}`)
    return least
  }

export const flag: Check<boolean> = (value, path, problems) => {
  if (typeof value !== 'boolean') report(problems, path, 'must be true or false')
  return value === true
}

/** One of the given words or numbers. */
export const oneOf =
  <T extends string | number>(allowed: readonly T[]): Check<T> =>
  (value, path, problems) => {
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined) report(problems, path, `must be one of ${allowed.join(', ')}`)
    return found ?? (allowed[0] as T)
  }

/** A date as yyyy-mm-dd, or an empty text where none is set. */
export const date: Check<string> = (value, path, problems) => {
  if (typeof value === 'string' && (value === '' || isDate(value))) return value
  report(problems, path, 'must be a date as yyyy-mm-dd, or empty')
  return ''
}

export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value, path, problems) =>
    value === null ? null : check(value, path, problems)

/** A field that older files do not have: they read as `fallback`. */
export const optional =
  <T>(check: Check<T>, fallback: T): Check<T> =>
  (value, path, problems) =>
    value === undefined ? fallback : check(value, path, problems)

/** A list of at most `most` entries. A longer one is refused unread. */
export const list =
  <T>(most: number, check: Check<T>): Check<readonly T[]> =>
  (value, path, problems) => {
    if (Array.isArray(value) && value.length <= most)
      return value.map((entry, index) => check(entry, under(path, index), problems))
    report(problems, path, Array.isArray(value) ? `must have at most ${most} entries` : 'must be a list')
    return []
  }

/** A list whose entries have different ids. */
export const uniqueList =
  <T extends object>(most: number, key: keyof T & string, check: Check<T>): Check<readonly T[]> =>
  (value, path, problems) => {
    const entries = list(most, check)(value, path, problems)
    const seen = new Set<unknown>()
    entries.forEach((entry, index) => {
      if (seen.has(entry[key])) report(problems, under(under(path, index), key), 'must be different from those before')
      seen.add(entry[key])
    })
    return entries
  }

/** An object with the given fields. Fields that the format does not know are left out. */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]: Check<T[K]> }): Check<T> =>
  (value, path, problems) => {
    const known = isObject(value)
    if (!known) report(problems, path, 'must be an object')
    const source: Readonly<Record<string, unknown>> = known ? value : {}
    const quiet = known ? problems : []
    const read = (key: string) =>
      fields[key as keyof T](Object.hasOwn(source, key) ? source[key] : undefined, under(path, key), quiet)
    return Object.fromEntries(Object.keys(fields).map((key) => [key, read(key)])) as T
  }

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A plain value as JSON knows it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const DEEPEST = 12

/** True for plain values not deeper than 12 levels; `__proto__` as a key would reach into the reader's own objects. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth >= DEEPEST) return false
  if (Array.isArray(value)) return value.every((entry) => isJson(entry, depth + 1))
  if (!isObject(value) || !isPlain(value)) return false
  return Object.entries(value).every(([key, entry]) => key !== '__proto__' && isJson(entry, depth + 1))
}

const isPlain = (value: object): boolean => {
  const parent: unknown = Object.getPrototypeOf(value)
  return parent === Object.prototype || parent === null
}

/** An object of plain values with at most `most` keys. */
export const jsonObject =
  (most: number): Check<Readonly<Record<string, Json>>> =>
  (value, path, problems) => {
    if (isObject(value) && Object.keys(value).length <= most && isJson(value)) return value
    report(problems, path, `must be an object of plain values with at most ${most} keys`)
    return {}
  }

/** Applies a check to a whole value. */
export function checkAll<T>(check: Check<T>, value: unknown): { readonly value: T; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = []
  return { value: check(value, '', problems), problems }
}
