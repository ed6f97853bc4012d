import type { RequestHandler } from 'express'
import { createTokenBucket, take, type TokenBucket } from '../lib/token-bucket.ts'
import { refusal } from './errors.ts'

/** How often something may be asked: per minute, with a burst of the same size. */
export interface Rate {
  readonly perMinute: number
}

/** Addresses or people remembered at a time; beyond that the oldest are forgotten, and the brake for all still holds. */
const REMEMBERED = 10_000

/** One allowance per key. Answers false when it is used up; refused tries cost nothing, so waiting always helps. */
export function createLimiter({ perMinute }: Rate, now: () => number): (key: string) => boolean {
  const buckets = new Map<string, TokenBucket>()
  const bucketOf = (key: string): TokenBucket => {
    const known = buckets.get(key)
    if (known !== undefined) return known
    if (buckets.size >= REMEMBERED) buckets.delete(buckets.keys().next().value ?? '')
    const bucket = createTokenBucket(perMinute / 60, perMinute, now())
    buckets.set(key, bucket)
    return bucket
  }
  return (key) => {
    const bucket = bucketOf(key)
    if (take(bucket, 1, now()) === 0) return true
    take(bucket, -1, now())
    return false
  }
}

export interface DoorRates {
  readonly each: Rate
  readonly all: Rate
}

/**
 * A brake on doors that need no seat. A whole school may sit behind one address, so `each` is generous; `all` keeps
 * many addresses together from guessing codes.
 */
export function limitDoor({ each, all }: DoorRates, now: () => number): RequestHandler {
  const perAddress = createLimiter(each, now)
  const together = createLimiter(all, now)
  return (request, response, next) => {
    if (perAddress(request.ip ?? '') && together('')) return next()
    response.setHeader('Retry-After', '10')
    next(refusal('too_many_requests', 'Too many tries from this network; wait a few seconds.'))
  }
}
