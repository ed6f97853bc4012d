/** A number as people write it: `27`, `27.5`, `27,5`, `27 %`, `1,200`. Null when it is none. */
export function readNumberText(text: string): number | null {
  const bare = text.replace(/[%\s]/g, '')
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** What is wrong with a new reading. What `stops` cannot be saved; the rest is only said, because people know better. */
export interface ReadingFault {
  readonly about: 'value' | 'date'
  readonly kind: 'notNumber' | 'noDate' | 'beforeStart' | 'inFuture'
  readonly stops: boolean
}

export function readingFault(
  { value, date }: { readonly value: string; readonly date: string },
  start: string,
  today: string,
): ReadingFault | null {
  if (readNumberText(value) === null) return { about: 'value', kind: 'notNumber', stops: true }
  if (date === '') return { about: 'date', kind: 'noDate', stops: true }
  if (date > today) return { about: 'date', kind: 'inFuture', stops: false }
  return start !== '' && date < start ? { about: 'date', kind: 'beforeStart', stops: false } : null
}
