import type { ClientConfig } from '@groundswell/shared'

let asked: Promise<string | null> | null = null

async function ask(): Promise<string | null> {
  try {
    const response = await fetch('/api/config')
    const config = (await response.json()) as Partial<ClientConfig>
    return typeof config.tldrawLicenseKey === 'string' ? config.tldrawLicenseKey : null
  } catch {
    // Without an answer the canvas opens as it does without a key: with the watermark.
    return null
  }
}

/** The district's tldraw key from the server's run-time configuration, asked once; null where there is none. */
export const licenseKey = (): Promise<string | null> => (asked ??= ask())
