import { encode } from 'uqr'

/** Modules of quiet around a QR code that readers need. */
export const QUIET = 2

export interface QrPath {
  /** Width and height in modules, quiet zone included. */
  readonly size: number
  /** SVG path of the dark modules: one run of squares per row. */
  readonly d: string
}

/** A QR code as one SVG path, made on this device. */
export function qrPath(text: string): QrPath {
  const { data } = encode(text, { ecc: 'M', border: QUIET })
  const runs = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return { size: data.length, d: runs.join('') }
}

function darkRuns(row: readonly boolean[]): readonly (readonly [x: number, length: number])[] {
  const runs: (readonly [number, number])[] = []
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x++
    runs.push([start, x - start + 1])
  }
  return runs
}
