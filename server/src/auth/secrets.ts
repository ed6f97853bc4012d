import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Random bytes from the system; tests bring their own. */
export type Randomness = (bytes: number) => Uint8Array

/** 256 bits in letters that need no escaping anywhere. */
export const newSecret = (random: Randomness): string => Buffer.from(random(32)).toString('base64url')

/** What is stored of a secret. Secrets here are random and long, so a plain hash cannot be searched. */
export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

export const sign = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Takes the same time wherever the two differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
