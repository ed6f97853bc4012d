import type { ResourceLanguage } from 'i18next'

const files = import.meta.glob<ResourceLanguage[string]>('./en/*.json', { eager: true, import: 'default' })

/** Area name -> its words. */
export const catalog: ResourceLanguage = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), words]),
)
