import { isId, type PersonId, type PlcId, type SessionId } from './ids.ts'

/** Which document of a session. Who may read and write is decided per document, never per update. */
export type DocumentRef =
  | { readonly kind: 'stage' }
  | { readonly kind: 'board' }
  | { readonly kind: 'desk'; readonly person: PersonId }
  | { readonly kind: 'plc'; readonly plc: PlcId }
  | { readonly kind: 'coach'; readonly person: PersonId }

/** A document's full address. The epoch changes when its history is rebuilt, so stale copies cannot merge in. */
export interface DocumentName {
  readonly session: SessionId
  readonly ref: DocumentRef
  readonly epoch: number
}

const refToString = (ref: DocumentRef): string => {
  switch (ref.kind) {
    case 'stage':
    case 'board':
      return ref.kind
    case 'desk':
    case 'coach':
      return `${ref.kind}:${ref.person}`
    case 'plc':
      return `plc:${ref.plc}`
  }
}

/** `<session>/<ref>~<epoch>`, for instance `k3v…/desk:p7…~1`. This is what follows `/sync/` in the address. */
export const formatDocumentName = (name: DocumentName): string => `${name.session}/${refToString(name.ref)}~${name.epoch}`

/** The key of a document without its epoch: `board`, `desk:<person>`. */
export const documentKey = (ref: DocumentRef): string => refToString(ref)

/** Reads `board`, `desk:<person>`, `plc:<id>`; null for anything else. */
export function parseDocumentKey(text: string): DocumentRef | null {
  if (text === 'stage' || text === 'board') return { kind: text }
  const [kind, id, ...rest] = text.split(':')
  if (rest.length > 0 || !isId(id)) return null
  if (kind === 'desk' || kind === 'coach') return { kind, person: id as PersonId }
  if (kind === 'plc') return { kind, plc: id as PlcId }
  return null
}

/** Reads a full name; null for anything that is not exactly one. Total: any string is safe. */
export function parseDocumentName(text: string): DocumentName | null {
  const match = /^([^/~]{1,40})\/([^/~]{1,60})~([1-9]\d{0,6})$/.exec(text)
  if (!match) return null
  const [, session, key, epoch] = match
  const ref = parseDocumentKey(key ?? '')
  if (!isId(session) || ref === null) return null
  return { session: session as SessionId, ref, epoch: Number(epoch) }
}
