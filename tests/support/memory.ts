import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The collector by hand, so that what is measured is what is held. */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that this process holds on to, buffers included. */
export async function memoryInUse(): Promise<number> {
  collect()
  // What the collector freed is given back by finalizers, in a turn of their own.
  await new Promise((resolve) => void setImmediate(resolve))
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
