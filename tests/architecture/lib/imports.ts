import { posix } from 'node:path'
import { parseSync, Visitor, type VisitorObject } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

/**
 * One import of a module.
 * - `value`: loaded with the importer; `type`: gone at run time; `lazy`: `import()`, or a worker's URL.
 * - `target` is a path from the repository's top folder for a relative specifier, otherwise the specifier without its query.
 */
export interface Import {
  readonly from: string
  readonly target: string
  readonly kind: 'value' | 'type' | 'lazy'
}

/** Reads the imports of a file from its syntax tree: statements, re-exports, `import()`, `import('x')` types and
 * `new Worker(new URL('x', import.meta.url))`. */
export function readImports(file: SourceFile): readonly Import[] {
  const { module, program } = parseSync(file.path, file.text)
  const found: Import[] = []
  const add = (specifier: string, kind: Import['kind']): void => {
    found.push({ from: file.path, target: targetOf(file.path, specifier), kind })
  }
  for (const { moduleRequest, start } of module.staticImports) {
    add(moduleRequest.value, /^import\s+type\b/.test(file.text.slice(start)) ? 'type' : 'value')
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType ? 'type' : 'value')
  }
  new Visitor(lazyImports(add)).visit(program)
  return found
}

const lazyImports = (add: (specifier: string, kind: Import['kind']) => void): VisitorObject => ({
  ImportExpression: ({ source }) => {
    if (source.type === 'Literal') add(String(source.value), 'lazy')
  },
  TSImportType: ({ source }) => {
    add(source.value, 'type')
  },
  NewExpression: ({ callee, arguments: [url] }) => {
    const isWorker = callee.type === 'Identifier' && callee.name === 'Worker' && url?.type === 'NewExpression'
    const [first] = isWorker ? url.arguments : []
    if (first?.type === 'Literal' && isModulePath(first.value)) add(first.value, 'lazy')
  },
})

const isModulePath = (value: unknown): value is string => typeof value === 'string' && /^\.{1,2}\/.*\.tsx?$/.test(value)

function targetOf(from: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '')
  return plain.startsWith('.') ? posix.join(posix.dirname(from), plain) : plain
}
