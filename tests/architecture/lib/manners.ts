import { parseSync, Visitor } from 'oxc-parser'
import { isTest, type SourceFile } from './source-files.ts'
import { readTestCalls } from './test-calls.ts'

const SKIPPING = new Set(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme', 'fails'])

/** Time spent waiting for nothing in particular: a test that needs it is slow on one machine and false on another. */
const SLEEPS = [
  /\bwaitForTimeout\(/,
  /\bsleep\(/,
  /timers\/promises/,
  /new Promise\b[^\n]*=>\s*\{?\s*(?:void\s+)?(?:globalThis\.)?setTimeout\(/,
]

/** Measurements last a given time, and the one helper that waits for a condition asks again and again. */
const MAY_SLEEP = /^tests\/(?:bench|architecture)\/|^tests\/support\/(?:wait|until|eventually)[\w-]*\.ts$/

export const countLines = (file: SourceFile): number => file.text.trimEnd().split('\n').length

/** Files that wait for time in a test, as paths. */
export const findSleeps = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path, text }) => isTest(path) && !MAY_SLEEP.test(path) && SLEEPS.some((sleep) => sleep.test(text)))
    .map(({ path }) => path)

/** Tests that would not run, or would keep others from running, as "path: modifier title". */
export const findSkips = (files: readonly SourceFile[]): readonly string[] =>
  files
    .flatMap(readTestCalls)
    .filter(({ modifiers }) => modifiers.some((modifier) => SKIPPING.has(modifier)))
    .map(({ path, modifiers, title }) => `${path}: ${modifiers.join('.')} ${title}`)

/** Files in which the type `any` is written. */
export const findAny = (files: readonly SourceFile[]): readonly string[] =>
  files.filter((file) => !file.path.endsWith('.mjs') && writesAny(file)).map(({ path }) => path)

function writesAny(file: SourceFile): boolean {
  let found = false
  new Visitor({ TSAnyKeyword: () => (found = true) }).visit(parseSync(file.path, file.text).program)
  return found
}
