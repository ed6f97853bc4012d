import { describe, expect, it } from 'vitest'
import { buildGraph, findCycles, reach, readDoors, wayTo, type Graph } from './lib/graph.ts'
import type { Import } from './lib/imports.ts'
import { isTest, readSourceFiles, type SourceFile } from './lib/source-files.ts'

const doors = readDoors(['shared', 'server'])
const eager = (found: Import): boolean => found.kind !== 'lazy'
const atRunTime = (found: Import): boolean => found.kind === 'value'

const isCanvas = (module: string): boolean => /^(@tldraw\/|tldraw$|tldraw\/|client\/src\/canvas\/)/.test(module)

/** How the canvas gets into what a phone loads first, one line for each way in. */
function waysToCanvas(files: readonly SourceFile[]): readonly string[] {
  const reached = reach(buildGraph(files, atRunTime, doors), 'client/src/main.tsx')
  return [...reached.keys()].filter(isCanvas).map((module) => wayTo(reached, module))
}

const graphOf = (files: Readonly<Record<string, string>>): Graph =>
  buildGraph(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    eager,
    doors,
  )

describe('import cycles', () => {
  it('there are none', () => {
    const sources = readSourceFiles().filter(({ path }) => !isTest(path))
    expect(findCycles(buildGraph(sources, eager, doors))).toEqual([])
  })

  it('finds a planted one, also one of types only', () => {
    const cycles = findCycles(
      graphOf({
        'shared/src/a.ts': `import { b } from './b.ts'`,
        'shared/src/b.ts': `import type { C } from './c.ts'`,
        'shared/src/c.ts': `export { a } from './a.ts'`,
      }),
    )
    expect(cycles).toEqual(['shared/src/a.ts -> shared/src/b.ts -> shared/src/c.ts -> shared/src/a.ts'])
  })
})

describe('what a phone loads first', () => {
  it('never holds the canvas', () => {
    expect(waysToCanvas(readSourceFiles())).toEqual([])
  })

  it('finds a planted way in, and says which', () => {
    const ways = waysToCanvas([
      { path: 'client/src/main.tsx', text: `import { App } from './app/App.tsx'` },
      { path: 'client/src/app/App.tsx', text: `import { Board } from '../canvas/Board.tsx'` },
    ])
    expect(ways).toEqual(['client/src/main.tsx -> client/src/app/App.tsx -> client/src/canvas/Board.tsx'])
  })

  it('lets the canvas be loaded later', () => {
    const ways = waysToCanvas([
      { path: 'client/src/main.tsx', text: `const board = () => import('./canvas/Board.tsx')` },
      { path: 'client/src/canvas/Board.tsx', text: `import { Tldraw } from 'tldraw'` },
    ])
    expect(ways).toEqual([])
  })
})
