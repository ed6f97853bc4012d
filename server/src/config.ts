import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { err, ok, type Result } from '@groundswell/shared'

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  /** 0 takes any free port. */
  readonly port: number
  /** Null listens on every address, so that phones in the room reach a laptop. */
  readonly host: string | null
  readonly dataDir: string
  /** Where people reach the server when that is not what they connect to, as `https://host`; null otherwise. */
  readonly publicUrl: string | null
  readonly tldrawLicenseKey: string | null
  readonly trustProxy: boolean | number | string
  readonly logLevel: LogLevel
  /** What tokens and links are signed with; null keeps a key of its own in the data folder. */
  readonly secret: string | null
  /** Whether facilitators may rehearse with simulated people. */
  readonly rehearsal: boolean
  /** The built client; null serves the interface alone. */
  readonly clientDir: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = 4600
const SHORTEST_SECRET = 32

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Reads the environment. Every fault is answered at once, each as a plain sentence; nothing is read from anywhere else. */
export function readConfig(env: Environment): Result<Config, readonly string[]> {
  const faults: string[] = []
  const read = <T>(name: string, parse: (text: string) => T | null, fallback: T, rule: string): T => {
    const text = env[name]?.trim() ?? ''
    if (text === '') return fallback
    const value = parse(text)
    if (value === null) faults.push(`${name} ${rule}.`)
    return value ?? fallback
  }
  const config: Config = {
    port: read('PORT', parsePort, DEFAULT_PORT, 'must be a port number from 0 to 65535'),
    host: read('HOST', parseHost, null, 'must be an address or a host name'),
    dataDir: resolve(read('DATA_DIR', (text) => text, fromRoot('data'), '')),
    publicUrl: read('PUBLIC_URL', parseOrigin, null, 'must be an address like https://vision.example.org'),
    tldrawLicenseKey: read<string | null>('TLDRAW_LICENSE_KEY', (text) => text, null, ''),
    trustProxy: read<Config['trustProxy']>(
      'TRUST_PROXY',
      parseProxy,
      false,
      'must be true, false, a number of proxies, or their addresses',
    ),
    logLevel: read('LOG_LEVEL', parseLevel, 'warn', `must be one of ${LOG_LEVELS.join(', ')}`),
    secret: read('SECRET', parseSecret, null, `must have at least ${SHORTEST_SECRET} characters`),
    rehearsal: read('REHEARSAL', parseSwitch, true, 'must be on or off'),
    clientDir: fromRoot('client/dist'),
  }
  return faults.length > 0 ? err(faults) : ok(Object.freeze(config))
}

const parsePort = (text: string): number | null => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null)

const parseHost = (text: string): string | null => (/^[A-Za-z0-9.:_-]+$/.test(text) ? text : null)

function parseOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.host !== '' ? url.origin : null
}

/** Express takes a list of addresses or subnets, `loopback` and the like too. */
function parseProxy(text: string): Config['trustProxy'] | null {
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^\d{1,2}$/.test(text)) return Number(text)
  return /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)(\s*,\s*(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?))*$/.test(
    text,
  )
    ? text
    : null
}

const parseLevel = (text: string): LogLevel | null => LOG_LEVELS.find((level) => level === text) ?? null

const parseSwitch = (text: string): boolean | null => (text === 'on' ? true : text === 'off' ? false : null)

const parseSecret = (text: string): string | null => (text.length >= SHORTEST_SECRET ? text : null)
