import type { Answer } from './device.ts'

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
