import { matchesGlob } from 'node:path'
import { readImports, type Import } from './imports.ts'
import type { SourceFile } from './source-files.ts'
import { OWN, type Wall } from './walls.ts'

/** Every import that a wall forbids, as "file -> target"; a file that no room holds, as "file is in no room". */
export function findViolations(files: readonly SourceFile[], walls: readonly Wall[]): readonly string[] {
  return files.flatMap((file) => {
    const wall = walls.find((candidate) => matches(file.path, candidate.files))
    if (!wall) return [`${file.path} is in no room`]
    return readImports(file)
      .filter((found) => !mayImport(found, wall))
      .map(({ from, target }) => `${from} -> ${target}`)
  })
}

/** Packages talk through their doors: a path into another package is never allowed, except where a room names `**`. */
function mayImport({ from, target, kind }: Import, { may, mayType = [] }: Wall): boolean {
  const allowed = (kind === 'type' ? [...may, ...mayType] : may).map((pattern) => pattern.replace(OWN, roomOf(from)))
  return matches(target, allowed) && (packageOf(from) === packageOf(target) || !isPath(target) || may.includes('**'))
}

/** `client/src/list/rows/Row.tsx` lies in `client/src/list`; each panel is a room of its own. */
const roomOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('client/src/panels/') ? 4 : 3)
    .join('/')

const isPath = (target: string): boolean => /^(shared|server|client|tests|scripts)\//.test(target)
const packageOf = (path: string): string => path.split('/')[0] ?? ''

/** A pattern with a leading `!` takes back what the others allow. */
function matches(path: string, patterns: readonly string[]): boolean {
  const refused = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  const allowed = patterns.filter((pattern) => !pattern.startsWith('!'))
  return allowed.some((pattern) => matchesGlob(path, pattern)) && !refused.some((pattern) => matchesGlob(path, pattern))
}
