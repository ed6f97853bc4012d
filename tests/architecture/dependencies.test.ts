import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot, readText } from './lib/source-files.ts'

const TLDRAW = '3.15.6'

/** Versions in the lockfile by package name, each once. */
function readLockedVersions(): ReadonlyMap<string, ReadonlySet<string>> {
  const versions = new Map<string, Set<string>>()
  const packages =
    readText('pnpm-lock.yaml')
      .split(/^packages:$/m)[1]
      ?.split(/^snapshots:$/m)[0] ?? ''
  for (const [, name = '', version = ''] of packages.matchAll(/^ {2}'?(@?[^@'\s]+)@([^:'(]+)'?:$/gm)) {
    versions.set(name, (versions.get(name) ?? new Set()).add(version))
  }
  return versions
}

const installedAt = (path: string): string => realpathSync(inRoot(path))
const versionOf = (folder: string): string => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
const isTldraw = (name: string): boolean => name === 'tldraw' || name.startsWith('@tldraw/')

const locked = readLockedVersions()

describe('yjs', () => {
  it('is locked in one version', () => {
    expect([...(locked.get('yjs') ?? [])]).toHaveLength(1)
    expect([...(locked.get('lib0') ?? [])]).toHaveLength(1)
  })

  it('is installed once: every package and library sees the same copy', () => {
    const owners = ['client', 'server', 'shared', 'tests']
      .map((owner) => `${owner}/node_modules/yjs`)
      .filter((path) => existsSync(inRoot(path)))
    const libraries = ['y-protocols', 'y-websocket', 'y-indexeddb'].map((name) =>
      join(dirname(installedAt(`client/node_modules/${name}`)), 'yjs'),
    )
    const copies = new Set([...owners.map(installedAt), ...libraries.map((path) => realpathSync(path))])
    expect([...copies]).toHaveLength(1)
  })
})

describe('tldraw stays at the last version whose licence allows production use without a key', () => {
  it('every package of it is locked at that version alone', () => {
    const found = [...locked].filter(([name]) => isTldraw(name)).map(([name, versions]) => `${name}@${[...versions].join()}`)
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter((entry) => !entry.endsWith(`@${TLDRAW}`))).toEqual([])
  })

  it('the installed packages say so too', () => {
    const tldraw = installedAt('client/node_modules/tldraw')
    const scope = join(dirname(tldraw), '@tldraw')
    const folders = [
      tldraw,
      installedAt('client/node_modules/@tldraw/assets'),
      ...readdirSync(scope).map((name) => join(scope, name)),
    ]
    expect(new Set(folders.map(versionOf))).toEqual(new Set([TLDRAW]))
  })

  it('the client asks for it exactly, and the workspace overrides every package of it', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readText('client/package.json'))
    const asked = Object.entries(dependencies).filter(([name]) => isTldraw(name))
    expect(asked.map(([, range]) => range)).toEqual(asked.map(() => TLDRAW))
    const workspace = readText('pnpm-workspace.yaml')
    const overridden = [...workspace.matchAll(/^ {2}'?(tldraw|@tldraw\/[a-z-]+)'?: 3\.15\.6$/gm)].map(([, name]) => name)
    expect([...locked.keys()].filter(isTldraw).filter((name) => !overridden.includes(name))).toEqual([])
  })
})

describe('licences that must travel with the app', () => {
  it('tldraw’s 3.x licence, word for word, watermark and all', () => {
    const licence = readText('client/public/licenses/tldraw-3.x-LICENSE.md')
    expect(licence).toContain('# tldraw license')
    expect(licence).toContain('Not to disable, hide, remove, or alter the Watermark.')
    expect(licence).toContain('include a verbatim copy of this License in any distribution')
  })

  it('the font’s Open Font License', () => {
    expect(readText('client/public/licenses/atkinson-hyperlegible-next-OFL.txt')).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })
})
