const PERCENT = /^(%|percent|per cent|por ciento)$/i

/** A measured value as it is read everywhere: `18%` for percent; any other unit follows the number. */
export function withUnit(value: string, unit: string): string {
  const bare = value.trim()
  const of = unit.trim()
  if (bare === '' || of === '') return bare
  return PERCENT.test(of) ? `${bare.replace(/\s*%$/, '')}%` : `${bare} ${of}`
}
