const FINAL_BINARY = 0x82
const MASKED = 0x80
const SHORT_HEAD = 6
const LONG_HEAD = 8
const LENGTH_IN_TWO_BYTES = 126

/**
 * Takes the frames at the start of `chunk` that are the everyday case: whole, binary, unfragmented, masked, below 64 KiB.
 * Unmasks them in place, hands each payload to `deliver` as a view, and answers how many bytes that were. Stops before
 * whatever else comes, and when `deliver` answers false: the rest is for a parser that knows all of RFC 6455.
 */
export function takeWholeFrames(chunk: Uint8Array, deliver: (payload: Uint8Array) => boolean): number {
  let at = 0
  while (true) {
    const start = startOfPayload(chunk, at)
    const end = start + payloadLength(chunk, at)
    if (start === 0 || end > chunk.length) return at
    unmask(chunk, start, end)
    at = end
    if (!deliver(chunk.subarray(start, end))) return at
  }
}

/** 0 when no everyday frame starts at `at`. */
function startOfPayload(chunk: Uint8Array, at: number): number {
  if (at + SHORT_HEAD > chunk.length || chunk[at] !== FINAL_BINARY) return 0
  const length = chunk[at + 1] ?? 0
  if (length < MASKED || length > (MASKED | LENGTH_IN_TWO_BYTES)) return 0
  if (length < (MASKED | LENGTH_IN_TWO_BYTES)) return at + SHORT_HEAD
  return at + LONG_HEAD > chunk.length ? 0 : at + LONG_HEAD
}

function payloadLength(chunk: Uint8Array, at: number): number {
  const short = (chunk[at + 1] ?? 0) & ~MASKED
  return short < LENGTH_IN_TWO_BYTES ? short : ((chunk[at + 2] ?? 0) << 8) | (chunk[at + 3] ?? 0)
}

/** The mask is the four bytes before the payload. */
function unmask(chunk: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) chunk[at] = (chunk[at] ?? 0) ^ (chunk[start - 4 + ((at - start) & 3)] ?? 0)
}
