import type { RequestHandler } from 'express'
import { createTokenBucket, take, type TokenBucket } from '../lib/token-bucket.ts'
import { refusal } from './errors.ts'

/** How often something may be asked: per minute, with a burst of the same size. */
export interface Rate {
  readonly perMinute: number
}

/** Addresses or people remembered at a time; beyond that the oldest are forgotten, and the brake for all still holds. */
const REMEMBERED = 10_000

export interface Limiter {
  /** Takes one; false when the allowance is used up. Refused tries cost nothing, so waiting always helps. */
  readonly take: (key: string) => boolean
  /** Gives one back. */
  readonly refund: (key: string) => void
}

/** One allowance per key. */
export function createLimiter({ perMinute }: Rate, now: () => number): Limiter {
  const buckets = new Map<string, TokenBucket>()
  const bucketOf = (key: string): TokenBucket => {
    const known = buckets.get(key)
    if (known !== undefined) return known
    if (buckets.size >= REMEMBERED) buckets.delete(buckets.keys().next().value ?? '')
    const bucket = createTokenBucket(perMinute / 60, perMinute, now())
    buckets.set(key, bucket)
    return bucket
  }
  const refund = (key: string): void => void take(bucketOf(key), -1, now())
  return {
    refund,
    take(key) {
      if (take(bucketOf(key), 1, now()) === 0) return true
      refund(key)
      return false
    },
  }
}

export interface DoorRates {
  readonly each: Rate
  readonly all: Rate
  /** Count only what was refused: a whole school may come in at once, while somebody who guesses is wrong nearly always. */
  readonly onlyFailures: boolean
}

/**
 * A brake on doors that need no seat. Many people may sit behind one address, so `each` is generous; `all` keeps many
 * addresses together from guessing codes.
 */
export function limitDoor({ each, all, onlyFailures }: DoorRates, now: () => number): RequestHandler {
  const perAddress = createLimiter(each, now)
  const together = createLimiter(all, now)
  return (request, response, next) => {
    const address = request.ip ?? ''
    if (!perAddress.take(address) || !together.take('')) {
      response.setHeader('Retry-After', '10')
      return next(refusal('too_many_requests', 'Too many tries from this network; wait a few seconds.'))
    }
    response.on('finish', () => {
      if (!onlyFailures || response.statusCode >= 400) return
      perAddress.refund(address)
      together.refund('')
    })
    next()
  }
}
