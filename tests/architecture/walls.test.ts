import { describe, expect, it } from 'vitest'
import { findViolations } from './lib/check-walls.ts'
import { readSourceFiles } from './lib/source-files.ts'
import { WALLS } from './lib/walls.ts'

const violationsOf = (path: string, text: string): readonly string[] => findViolations([{ path, text }], WALLS)

describe('walls between the rooms', () => {
  it('no source file imports through a wall', () => {
    expect(findViolations(readSourceFiles(), WALLS)).toEqual([])
  })

  it.each([
    ['shared/src/selectors/x.ts', `import { addNote } from '../commands/note.ts'`, 'shared/src/commands/note.ts'],
    ['shared/src/commands/x.ts', `export { readBoard } from '../selectors/board.ts'`, 'shared/src/selectors/board.ts'],
    ['shared/src/ids.ts', `import type { YRecord } from './schema.ts'`, 'shared/src/schema.ts'],
    ['shared/src/schema.ts', `import { readFileSync } from 'node:fs'`, 'node:fs'],
    ['shared/src/index.ts', `import { suggestGroups } from './suggest/suggest.ts'`, 'shared/src/suggest/suggest.ts'],
    ['shared/src/index.ts', `import { network } from './testing/network.ts'`, 'shared/src/testing/network.ts'],
    ['server/src/relay/room.ts', `import express from 'express'`, 'express'],
    ['server/src/relay/room.ts', `import { addNote } from '@groundswell/shared'`, '@groundswell/shared'],
    ['server/src/relay/room.ts', `import { DatabaseSync } from 'node:sqlite'`, 'node:sqlite'],
    ['server/src/http/notes.ts', `import { Room } from '../relay/room.ts'`, 'server/src/relay/room.ts'],
    ['server/src/main.ts', `import { x } from '../../client/src/app/x.ts'`, 'client/src/app/x.ts'],
    ['client/src/list/List.tsx', `import { Tldraw } from 'tldraw'`, 'tldraw'],
    ['client/src/app/App.tsx', `import type { Editor } from '@tldraw/editor'`, '@tldraw/editor'],
    ['client/src/list/List.tsx', `const x = import('../canvas/Canvas.tsx')`, 'client/src/canvas/Canvas.tsx'],
    ['client/src/list/List.tsx', `import { Dots } from '../panels/vote/Dots.tsx'`, 'client/src/panels/vote/Dots.tsx'],
    ['client/src/session/session.ts', `import { useState } from 'react'`, 'react'],
    ['client/src/suggest/ask.ts', `import { suggestGroups } from '@groundswell/shared/suggest'`, '@groundswell/shared/suggest'],
    ['client/src/ui/Button.tsx', `import type { Note } from '@groundswell/shared'`, '@groundswell/shared'],
    ['client/src/plc/Goal.tsx', `import * as Y from 'yjs'`, 'yjs'],
    ['client/src/list/List.tsx', `type Canvas = import('../canvas/port.ts').Port`, 'client/src/canvas/port.ts'],
    ['client/src/list/List.tsx', `new Worker(new URL('../canvas/worker.ts', import.meta.url))`, 'client/src/canvas/worker.ts'],
    ['tests/relay/x.test.ts', `import { Room } from '../../server/src/relay/room.ts'`, 'server/src/relay/room.ts'],
  ])('finds a planted violation in %s: %s', (path, text, target) => {
    expect(violationsOf(path, text)).toEqual([`${path} -> ${target}`])
  })

  it.each([
    ['shared/src/export/csv.ts', `import { readBoard } from '../selectors/board.ts'`],
    ['server/src/relay/room.ts', `import { readClientMessage } from '@groundswell/shared/wire'`],
    ['server/src/http/notes.ts', `import { rooms } from '../relay/index.ts'`],
    ['client/src/app/App.tsx', `const canvas = () => import('../canvas/index.ts')`],
    ['client/src/canvas/Canvas.tsx', `import { Tldraw } from 'tldraw'`],
    ['client/src/session/use-session.ts', `import { useSyncExternalStore } from 'react'`],
    ['client/src/plc/Goal.tsx', `import type * as Y from 'yjs'`],
    ['client/src/panels/vote/Vote.tsx', `import { Dots } from './parts/Dots.tsx'`],
    ['tests/relay/x.test.ts', `import { createServer } from '@groundswell/server'`],
  ])('lets %s have %s', (path, text) => {
    expect(violationsOf(path, text)).toEqual([])
  })

  it('reports a file that no room holds', () => {
    expect(violationsOf('server/src/stuff/x.ts', '')).toEqual(['server/src/stuff/x.ts is in no room'])
  })
})
