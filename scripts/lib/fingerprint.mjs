import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cacheFolder, has, inRoot } from './paths.mjs'

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.git', 'test-results'])

/**
 * One hash over the names and contents of files.
 *
 * @param {readonly string[]} paths files and folders, relative to the repository's top folder; missing ones are left out
 * @param {{ skip?: RegExp, salt?: string }} options `skip` leaves out files by name, `salt` is hashed first
 */
export function fingerprint(paths, { skip, salt = '' } = {}) {
  const hash = createHash('sha256').update(salt)
  const files = paths.filter(has).flatMap(listFiles)
  for (const file of files.sort()) {
    if (skip?.test(file)) continue
    hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!statSync(inRoot(path)).isDirectory()) return [path]
  if (SKIPPED_FOLDERS.has(basename(path))) return []
  return readdirSync(inRoot(path)).flatMap((name) => listFiles(`${path}/${name}`))
}

/** @param {string} name */
export function readStamp(name) {
  try {
    return readFileSync(join(cacheFolder, name), 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeStamp(name, value) {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(join(cacheFolder, name), value)
}
