import type { AdmissionRequest } from '../ports.ts'

const PREFIX = '/sync/'

/** Longer addresses are not ours. */
const MAX_LENGTH = 4096

/** Reads `/sync/<document>?token=…&ext=1`. Null for anything else; total. */
export function readAddress(url: string | undefined): AdmissionRequest | null {
  if (url === undefined || url.length > MAX_LENGTH || !url.startsWith(PREFIX)) return null
  const [path = '', ...query] = url.slice(PREFIX.length).split('?')
  const params = new URLSearchParams(query.join('?'))
  const document = decode(path)
  if (document === null) return null
  return { document, token: params.get('token') ?? '', extensions: params.get('ext') === '1' }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
