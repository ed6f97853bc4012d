import { request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly body: unknown
  /** The error's code; null when it is no error. */
  readonly code: string | null
  readonly headers: Headers
}

/** One request. The body is read as JSON where it is JSON; `text` is what came over the line. */
export async function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const type = raw === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(url + path, {
    method,
    headers: { ...type, ...headers },
    ...(raw === undefined ? {} : { body: raw }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  const parsed: unknown = isJson ? JSON.parse(text) : null
  return { status: response.status, text, body: parsed, code: codeOf(parsed), headers: response.headers }
}

function codeOf(body: unknown): string | null {
  const { error } = (body ?? {}) as { error?: { code?: string } }
  return error?.code ?? null
}

/** The status that an upgrade is answered with, headers chosen freely. */
export const upgradeStatus = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers })
    asked.on('response', (response) => resolve(response.statusCode ?? 0))
    asked.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
