/** An allowance that refills steadily. It may go into debt: whoever overdraws waits until it is paid back. */
export interface TokenBucket {
  readonly perSecond: number
  readonly burst: number
  tokens: number
  refilledAt: number
}

export const createTokenBucket = (perSecond: number, burst: number, now: number): TokenBucket => ({
  perSecond,
  burst,
  tokens: burst,
  refilledAt: now,
})

/** Takes `amount` and answers how many milliseconds to wait until the debt is paid; 0 when there is none. */
export function take(bucket: TokenBucket, amount: number, now: number): number {
  const refill = ((now - bucket.refilledAt) / 1000) * bucket.perSecond
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + Math.max(0, refill)) - amount
  bucket.refilledAt = now
  return bucket.tokens >= 0 ? 0 : Math.ceil((-bucket.tokens / bucket.perSecond) * 1000)
}
