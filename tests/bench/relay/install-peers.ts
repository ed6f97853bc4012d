import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PEERS_FOLDER } from './contenders/peers.ts'

const PNPM = 'pnpm@12.21.0'
const STAMP = join(PEERS_FOLDER, 'node_modules', '.installed-lock')

/** Installs the peers when their lockfile has changed since the last time. Nothing else of the project needs them. */
export function ensurePeersInstalled(): void {
  const lock = readFileSync(join(PEERS_FOLDER, 'pnpm-lock.yaml'), 'utf8')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  // Without their install scripts: LevelDB brings its binaries, and nothing has to be compiled.
  const args = ['--yes', PNPM, 'install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts']
  const { status } = spawnSync('npx', args, { cwd: PEERS_FOLDER, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error('The peers could not be installed.')
  writeFileSync(STAMP, lock)
}
