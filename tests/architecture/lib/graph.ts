import { readImports, type Import } from './imports.ts'
import { readText, type SourceFile } from './source-files.ts'

/** Which module loads which, by path; packages of other houses are leaves under their own name. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** Builds the graph of the imports that `follow` accepts. Doors such as `@groundswell/shared` lead to the file behind them. */
export function buildGraph(
  files: readonly SourceFile[],
  follow: (found: Import) => boolean,
  doors: ReadonlyMap<string, string>,
): Graph {
  return new Map(
    files.map((file) => {
      const targets = readImports(file)
        .filter(follow)
        .map(({ target }) => doors.get(target) ?? target)
      return [file.path, targets]
    }),
  )
}

/** The files behind our packages' doors: "@groundswell/shared/wire" to "shared/src/wire-door.ts". */
export function readDoors(packages: readonly string[]): ReadonlyMap<string, string> {
  const doors = new Map<string, string>()
  for (const folder of packages) {
    const manifest: { name: string; exports?: Record<string, string> } = JSON.parse(readText(`${folder}/package.json`))
    for (const [door, file] of Object.entries(manifest.exports ?? {})) {
      doors.set(manifest.name + door.slice(1), folder + file.slice(1))
    }
  }
  return doors
}

/** Everything that loads with `start`, and from whom each was reached first. */
export function reach(graph: Graph, start: string): ReadonlyMap<string, string | null> {
  const reached = new Map<string, string | null>([[start, null]])
  for (const [module] of reached) {
    for (const target of graph.get(module) ?? []) if (!reached.has(target)) reached.set(target, module)
  }
  return reached
}

/** The way from the start to a module, for a message that says how it got in. */
export function wayTo(reached: ReadonlyMap<string, string | null>, module: string): string {
  const from = reached.get(module)
  return from ? `${wayTo(reached, from)} -> ${module}` : module
}

/** Cycles, each as "a -> b -> a", found once. */
export function findCycles(graph: Graph): readonly string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (module: string, path: readonly string[]): void => {
    const at = path.indexOf(module)
    if (at >= 0) cycles.push([...path.slice(at), module].join(' -> '))
    if (at >= 0 || done.has(module)) return
    for (const target of graph.get(module) ?? []) visit(target, [...path, module])
    done.add(module)
  }
  for (const module of graph.keys()) visit(module, [])
  return cycles
}
