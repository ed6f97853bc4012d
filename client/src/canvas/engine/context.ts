import { assert } from '@groundswell/shared'
import { createContext, useContext } from 'react'
import type { Runtime } from './runtime.ts'

export const RuntimeContext = createContext<Runtime | null>(null)

/** The canvas this component is part of. */
export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext)
  assert(runtime !== null, 'a part of the canvas outside of it')
  return runtime
}
