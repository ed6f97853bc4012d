import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One source file: its path from the repository's top folder, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

export const inRoot = (path: string): string => join(root, path)
export const has = (path: string): boolean => existsSync(inRoot(path))
export const readText = (path: string): string => readFileSync(inRoot(path), 'utf8')

const SOURCES = ['{shared,server,client}/src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.mjs']
const NOT_OURS = ['**/node_modules/**', '**/dist/**']

/** The repository's files that match one of the globs, as paths with forward slashes, in a stable order. */
export const listFiles = (globs: readonly string[]): readonly string[] =>
  globSync([...globs], { cwd: root, exclude: NOT_OURS })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()

/** Every TypeScript file and script of the repository. */
export const readSourceFiles = (): readonly SourceFile[] => listFiles(SOURCES).map((path) => ({ path, text: readText(path) }))

/** Whether a file holds tests, or helpers that only tests use. */
export const isTest = (path: string): boolean => /^tests\/|\.test\.tsx?$/.test(path)
