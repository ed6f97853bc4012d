import * as Y from 'yjs'
import { err, ok, type Result } from '@groundswell/shared/wire'

/** What applying an update would do to a document. */
export interface UpdateFacts {
  /** Everything the update builds on is in the document or in the update itself. */
  readonly complete: boolean
  /** It holds something that the document lacks: an insertion, or a deletion not yet made. */
  readonly news: boolean
  /** It holds insertions that the document lacks. */
  readonly grows: boolean
}

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

/** How far the structs of each client reach, without a hole, once the update is in. */
type Reach = Map<number, number>

/**
 * Decodes `update` and compares it with `doc`, which stays as it is. Yjs itself keeps an incomplete update for later
 * but applies its deletions at once, so that keys vanish until the rest arrives: the caller must not apply one.
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array): Result<UpdateFacts, 'malformed'> {
  const decoded = decode(update)
  if (decoded === null) return err('malformed')
  const { structs, ds } = decoded
  const reach: Reach = new Map()
  const contiguous = extendReach(doc, structs, reach)
  const fresh = structs.filter((struct) => !(struct instanceof Y.Skip) && isFresh(doc, struct))
  const within = (id: Y.ID): boolean => id.clock < (reach.get(id.client) ?? Y.getState(doc.store, id.client))
  // Known structs too: Yjs follows the references of all of them before it looks whether it has them.
  const complete = contiguous && structs.every((struct) => dependsOnlyOn(struct, within)) && deletesOnly(ds, within)
  return ok({ complete, news: fresh.length > 0 || !complete || deletesSomething(doc, ds), grows: fresh.length > 0 })
}

function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

const isFresh = (doc: Y.Doc, { id, length }: Struct): boolean => id.clock + length > Y.getState(doc.store, id.client)

function extendReach(doc: Y.Doc, structs: readonly Struct[], reach: Reach): boolean {
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const known = reach.get(client) ?? Y.getState(doc.store, client)
    if (clock > known) return false
    reach.set(client, Math.max(known, clock + struct.length))
  }
  return true
}

/** Yjs does not look at references to the same client, so one that points forward would throw in the middle of applying. */
function dependsOnlyOn(struct: Struct, within: (id: Y.ID) => boolean): boolean {
  if (!(struct instanceof Y.Item)) return true
  const parent: unknown = struct.parent
  const references = [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]
  return references.every((id) => id === null || (within(id) && (id.client !== struct.id.client || id.clock < struct.id.clock)))
}

function deletesOnly(ds: Decoded['ds'], within: (id: Y.ID) => boolean): boolean {
  for (const [client, ranges] of ds.clients) {
    if (!ranges.every(({ clock, len }) => len === 0 || within(Y.createID(client, clock + len - 1)))) return false
  }
  return true
}

function deletesSomething(doc: Y.Doc, ds: Decoded['ds']): boolean {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client)
    if (structs && ranges.some(({ clock, len }) => hasLiving(structs, clock, clock + len))) return true
  }
  return false
}

function hasLiving(structs: (Y.GC | Y.Item)[], from: number, to: number): boolean {
  if (from >= to) return false
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= to) return false
    if (!struct.deleted) return true
  }
  return false
}
