import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDataFolder } from './data-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-'))
})
afterEach(() => rmSync(root, { recursive: true }))

let filler = 0
const random = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(++filler)

describe('the data folder', () => {
  it('is made with its parents, and keeps one key for its owner alone', () => {
    const path = join(root, 'deep', 'data')
    const first = openDataFolder(path, null, random)
    first.release()
    const again = openDataFolder(path, null, random)
    again.release()
    expect(again.key).toEqual(first.key)
    expect(statSync(join(path, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('belongs to one server at a time', () => {
    const folder = openDataFolder(root, null, random)
    expect(() => openDataFolder(root, null, random)).toThrow(/^Another Groundswell is using/)
    folder.release()
    openDataFolder(root, null, random).release()
  })

  it('takes a key from outside and writes none', () => {
    const { key, release } = openDataFolder(root, 'x'.repeat(40), random)
    release()
    expect(key).toHaveLength(40)
    expect(() => statSync(join(root, 'secret'))).toThrow('ENOENT')
  })

  it('a damaged key or a file in the way is told in a sentence', () => {
    writeFileSync(join(root, 'secret'), 'short')
    expect(() => openDataFolder(root, null, random)).toThrow(/^The data folder .* is damaged.*DATA_DIR/)
    expect(() => openDataFolder(join(root, 'secret', 'x'), null, random)).toThrow(/^The data folder .* cannot be used/)
  })
})
