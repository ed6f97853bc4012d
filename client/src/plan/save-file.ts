/** Hands a file to the person. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers start reading only after this turn; an address taken back at once gives an empty file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** `PLC A: Students as creators` becomes `plc-a-students-as-creators`; letters of any script stay. */
export const fileName = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'plan'
