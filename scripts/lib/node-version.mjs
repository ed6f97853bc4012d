import { Fault } from './fault.mjs'

const OLDEST = 20

/** Refuses a Node that cannot run the package manager. Everything after the installation uses the pinned Node. */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST) return
  throw new Fault(
    `Groundswell needs Node ${OLDEST} or later, and this is Node ${version}: get a newer one at https://nodejs.org.`,
  )
}
