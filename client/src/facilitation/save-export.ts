import type { SessionHandle } from '../session/index.ts'

export const EXPORTS = ['json', 'md', 'csv'] as const
export type ExportKind = (typeof EXPORTS)[number]

/** `Maple Fork, 2029` becomes `maple-fork-2029`: safe as a file name on every system. */
export function fileName(title: string, kind: ExportKind): string {
  const words =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return `${words.join('-').slice(0, 60) || 'session'}.${kind}`
}

async function fetchExport(session: SessionHandle, kind: ExportKind): Promise<Blob | null> {
  try {
    const headers = { authorization: `Bearer ${session.token()}` }
    const answer = await fetch(`/api/sessions/${session.id}/export.${kind}`, { headers, cache: 'no-store' })
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}

/** Fetches an export and hands it to the browser as a file. False when it did not arrive. */
export async function saveExport(session: SessionHandle, kind: ExportKind, title: string): Promise<boolean> {
  const file = await fetchExport(session, kind)
  if (file === null) return false
  saveFile(file, fileName(title, kind))
  return true
}

/** Hands a file to the browser. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click; revoking at once would cancel it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
