import { ID_BYTES, makeId } from '@groundswell/shared'

/** A fresh id of any kind, from the browser's own randomness. */
export const newId = <T extends ReturnType<typeof makeId>>(): T => makeId<T>(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
