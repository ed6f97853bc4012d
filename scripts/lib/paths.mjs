import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's top folder, absolute, with a trailing separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Makes an absolute path out of parts below the repository's top folder.
 *
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts)

/** Stamps and half-done builds; lives inside node_modules so that removing that folder forgets them too. */
export const cacheFolder = inRoot('node_modules', '.groundswell')

/** The Node that the lockfile pins; the one that started this script may be older. */
export const pinnedNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The script behind a tool's command, so that it can run with the pinned Node on every system.
 *
 * @param {string} name package name, which is also the command's name
 * @param {string} owner folder of the workspace package that depends on it, '' for the root
 */
export function toolScript(name, owner = '') {
  const folder = inRoot(owner, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])
  return join(folder, script)
}

/** @param {string} path relative to the repository's top folder */
export const has = (path) => existsSync(inRoot(path))
