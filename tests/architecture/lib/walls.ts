/** A room of the house: files that share one rule about what they may import. Globs throughout. */
export interface Wall {
  readonly files: readonly string[]
  /** Paths from the repository's top folder, and packages. A room always sees itself when it names itself here. */
  readonly may: readonly string[]
  /** What it may import for its types alone. */
  readonly mayType?: readonly string[]
}

/** Stands in `may` for the room's own folder: `client/src/list`, `client/src/panels/vote`. */
export const OWN = '<own>'

const SHARED_BASE = [
  'shared/src/*.ts',
  '!shared/src/{index,wire-door,suggest-door,schema,migrate,read,stored-board,undo,undo-roots,school-days,rebuild}.ts',
]
const SHARED_ROOT = ['shared/src/*.ts', '!shared/src/{index,wire-door,suggest-door}.ts']
const DOORS = ['@groundswell/shared', '@groundswell/shared/wire']
/** The lexicon is behind this one: only the worker loads it, and no page. */
const SUGGEST_DOOR = '@groundswell/shared/suggest'
const TEST_TOOLS = [
  'vitest',
  'fast-check',
  ...DOORS,
  SUGGEST_DOOR,
  '@groundswell/shared/testing',
  '@groundswell/shared/example-session.json',
]
const BYTES = ['yjs', 'lib0', 'lib0/*', 'y-protocols/*']
const NODE = ['node:*', 'node:*/*']
const REACT = ['react', 'react-dom', 'react-dom/*', 'react/*']
const ICONS = ['lucide-react', 'lucide-react/*']
const LANGUAGE = ['client/src/i18n/**', 'react-i18next', 'i18next']

const SERVER_COMMON = ['server/src/ports.ts', 'server/src/ports/**', 'server/src/lib/**', ...NODE]
const PANEL = [
  ...DOORS,
  'client/src/session/**',
  'client/src/{ui,parts}/**',
  ...LANGUAGE,
  ...REACT,
  ...ICONS,
  'uqr',
  '**/*.css',
  '**/index.{ts,tsx}',
]

const sharedRoom = (room: string, ...others: string[]): Wall => ({
  files: [`shared/src/${room}/**`],
  may: [...SHARED_ROOT, `shared/src/${room}/**`, ...others, 'yjs', 'lib0', 'lib0/*'],
})

const serverRoom = (room: string, ...others: string[]): Wall => ({
  files: [`server/src/${room}/**`],
  may: [`server/src/${room}/**`, ...SERVER_COMMON, ...others],
})

/** Never each other's insides, another's door at most, and never the canvas. Documents are handed through, so Yjs is a type here. */
const panelRoom = (files: string, ...others: string[]): Wall => ({
  files: [files],
  may: [`${OWN}/**`, ...PANEL, '!client/src/canvas/**', ...others],
  mayType: ['yjs'],
})

/** Who may import whom. The first room that holds a file decides; a file without a room is a fault too. */
export const WALLS: readonly Wall[] = [
  // Tests see their own package, and the shipped helpers.
  { files: ['shared/src/**/*.test.ts'], may: ['shared/**', 'yjs', 'lib0', 'lib0/*', ...NODE, ...TEST_TOOLS] },
  {
    files: ['server/src/**/*.test.ts', 'server/src/**/*contract*.ts'],
    may: ['server/src/**', ...BYTES, 'ws', 'express', 'zod', ...NODE, ...TEST_TOOLS],
  },
  {
    files: ['client/src/canvas/**/*.test.{ts,tsx}'],
    may: ['client/src/**', 'tldraw', '@tldraw/*', ...BYTES, ...REACT, ...LANGUAGE, ...TEST_TOOLS],
  },
  {
    files: ['client/src/**/*.test.{ts,tsx}'],
    may: ['client/src/**', ...BYTES, 'y-websocket', 'y-indexeddb', ...REACT, ...LANGUAGE, ...NODE, ...TEST_TOOLS],
  },

  // shared: pure; records below schema, schema below commands and selectors, which never see each other.
  { files: ['shared/src/index.ts'], may: ['shared/src/**', '!shared/src/{testing,suggest}/**', '!shared/src/suggest-door.ts'] },
  { files: ['shared/src/wire-door.ts'], may: [...SHARED_BASE] },
  {
    files: ['shared/src/{schema,migrate,read,stored-board,undo,undo-roots,school-days,rebuild}.ts'],
    may: [...SHARED_ROOT, 'yjs', 'lib0', 'lib0/*'],
  },
  // Suggestions stand apart: who opens a session does not load them.
  { files: ['shared/src/suggest-door.ts'], may: ['shared/src/suggest/**'] },
  { files: ['shared/src/*.ts'], may: [...SHARED_BASE, 'yjs', 'lib0', 'lib0/*'] },
  sharedRoom('commands'),
  sharedRoom('selectors'),
  sharedRoom('suggest', '!shared/src/{schema,read,stored-board,undo,undo-roots}.ts'),
  sharedRoom('portable', 'shared/src/selectors/**'),
  sharedRoom('export', 'shared/src/selectors/**', 'shared/src/portable/**'),
  {
    files: ['shared/src/example/**'],
    may: [...SHARED_ROOT, 'shared/src/{example,portable,selectors}/**', 'shared/data/*.json', 'yjs'],
  },
  { files: ['shared/src/testing/**'], may: ['shared/src/**', 'yjs', 'lib0', 'lib0/*', 'fast-check'] },

  // server: the relay moves bytes and knows neither HTTP nor SQL nor the domain.
  { files: ['server/src/{main,create-server}.ts'], may: ['server/src/**', ...DOORS, 'express', 'ws', ...NODE] },
  { files: ['server/src/config.ts'], may: [...SERVER_COMMON, ...DOORS, 'zod'] },
  { files: ['server/src/ports.ts', 'server/src/ports/**'], may: ['server/src/ports/**', ...DOORS, 'yjs'] },
  // Simulated people know the server as its clients do; their keeper founds sessions.
  serverRoom('rehearsal', ...DOORS, 'yjs', 'ws', 'server/src/{auth,session}/**', 'server/src/scribe/index.ts', '!node:sqlite'),
  { files: ['server/src/commands/testing/**'], may: ['server/src/**', ...DOORS] },
  serverRoom('lib', '@groundswell/shared/wire', 'lib0', 'lib0/*', 'prom-client'),
  serverRoom('relay', '@groundswell/shared/wire', ...BYTES, 'ws', '!node:sqlite'),
  serverRoom('session', ...DOORS, 'yjs'),
  serverRoom('store', ...DOORS, ...BYTES, 'server/src/session/**', '!node:http'),
  serverRoom('fanout', ...DOORS, ...BYTES),
  serverRoom('auth', ...DOORS, 'zod', 'server/src/session/**', '!node:sqlite'),
  serverRoom('scribe', ...DOORS, 'yjs', 'server/src/{auth,session}/**', 'server/src/*/index.ts', '!node:sqlite'),
  serverRoom('commands', ...DOORS, 'server/src/{auth,session}/**', 'server/src/scribe/index.ts', '!node:sqlite'),
  serverRoom('paper', ...DOORS, 'docx'),
  serverRoom('http', ...DOORS, 'zod', 'express', 'server/src/{auth,session}/**', 'server/src/*/index.ts', '!node:sqlite'),

  // client: canvas is the only home of tldraw; panels see documents through the session alone.
  {
    files: ['client/src/main.tsx'],
    may: ['client/src/{app,ui,i18n,session}/**', ...REACT, '**/*.css', '@fontsource-variable/**'],
  },
  {
    files: ['client/src/app/**'],
    may: ['client/src/**', ...DOORS, ...REACT, ...ICONS, 'react-i18next', 'i18next', 'uqr', 'radix-ui'],
  },
  {
    files: ['client/src/session/**/*.tsx', 'client/src/session/**/{use-*,hooks}.ts'],
    may: ['client/src/session/**', ...DOORS, ...BYTES, 'y-websocket', 'y-indexeddb', ...REACT],
  },
  { files: ['client/src/session/**'], may: ['client/src/session/**', ...DOORS, ...BYTES, 'y-websocket', 'y-indexeddb'] },
  {
    files: ['client/src/canvas/harness/**'],
    may: ['client/src/**', ...DOORS, 'yjs', 'tldraw', '@tldraw/**', ...REACT, 'vite', '@vitejs/*', ...NODE, '**/*.css'],
  },
  {
    files: ['client/src/canvas/**'],
    may: [
      'client/src/{canvas,session,ui}/**',
      ...LANGUAGE,
      ...DOORS,
      'yjs',
      'tldraw',
      'tldraw/*',
      '@tldraw/**',
      ...REACT,
      ...ICONS,
      '**/*.css',
    ],
  },
  { files: ['client/src/ui/**'], may: ['client/src/ui/**', ...REACT, ...ICONS, 'radix-ui', 'uqr', '@fontsource-variable/**'] },
  { files: ['client/src/i18n/**'], may: ['client/src/i18n/**', ...DOORS, ...REACT, 'react-i18next', 'i18next'] },
  {
    files: ['client/src/parts/**'],
    may: ['client/src/{parts,session,ui}/**', ...DOORS, ...LANGUAGE, ...REACT, ...ICONS, '**/*.css'],
    mayType: ['yjs'],
  },
  // The example as a room has it, for tests of components.
  panelRoom('client/src/plc/testing.tsx', '@groundswell/shared/example-session.json'),
  panelRoom('client/src/suggest/worker.ts', SUGGEST_DOOR),
  { ...panelRoom('client/src/suggest/**'), mayType: ['yjs', SUGGEST_DOOR] },
  panelRoom('client/src/panels/*/**'),
  panelRoom('client/src/*/**'),

  // tests come in by the doors. The measured page alone mounts the client's insides: it measures them.
  { files: ['tests/bench/page/**'], may: ['**', ...NODE] },
  {
    files: ['tests/**'],
    may: [
      'tests/**',
      ...TEST_TOOLS,
      '@groundswell/server',
      '@groundswell/server/*',
      ...BYTES,
      'ws',
      'y-websocket*',
      '@playwright/test',
      'axe-core',
      'oxc-parser',
      // Readers of the formats that we write.
      'mammoth',
      'ical.js',
      'papaparse',
      'selfsigned',
      ...NODE,
      'vite',
    ],
  },
  { files: ['scripts/**'], may: ['scripts/**', ...NODE] },
]
