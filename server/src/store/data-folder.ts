import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { messageOf, StartFault } from '../lib/start-fault.ts'

/** The folder that holds everything: one database, one key. It belongs to one server at a time. */
export interface DataFolder {
  readonly databasePath: string
  /** The key of this installation: `secret` when given, else one made once and kept for its owner's eyes only. */
  readonly key: Uint8Array
  readonly release: () => void
}

const BUSY = 5

/** Makes the folder if needed and takes it. Throws a `StartFault` when it cannot be written or is in use. */
export function openDataFolder(path: string, secret: string | null, random: (bytes: number) => Uint8Array): DataFolder {
  let release = (): void => {}
  try {
    makeFolder(path)
    release = takeLock(path)
    const key = secret === null ? readKey(join(path, 'secret'), random) : Buffer.from(secret)
    return { databasePath: join(path, 'groundswell.sqlite'), key, release }
  } catch (error) {
    release()
    if (error instanceof StartFault) throw error
    throw new StartFault(
      `The data folder ${path} cannot be used (${messageOf(error)}); set DATA_DIR to a folder that can be written.`,
    )
  }
}

/** Step by step: Node's own recursive way never ends where a parent refuses with "not found", as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** A lock that the system takes back when the process ends, however it ends; a file with a process number would stay. */
function takeLock(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const busy = error instanceof Error && 'errcode' in error && error.errcode === BUSY
    throw busy
      ? new StartFault(`Another Groundswell is using the data folder ${folder}; stop it, or set DATA_DIR to another folder.`)
      : error
  }
  return () => lock.close()
}

function readKey(path: string, random: (bytes: number) => Uint8Array): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, Buffer.from(random(32)).toString('hex'), { mode: 0o600, flag: 'wx' })
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (key.length < 32) throw new Error(`${path} is damaged; without it the links that were given out stop working`)
  return key
}
