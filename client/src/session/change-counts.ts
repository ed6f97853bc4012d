import * as Y from 'yjs'

/** How far the changes of each device have come in a document, by the number they stand under; nothing of what they are. */
export const changeCounts = (doc: Y.Doc): ReadonlyMap<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
