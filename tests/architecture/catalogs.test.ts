import { describe, expect, it } from 'vitest'
import { compareCatalogs, type Catalog } from './lib/catalogs.ts'
import { listFiles, readText } from './lib/source-files.ts'

/** A language's catalogs, each under its file's name. */
function read(language: string): Catalog {
  const paths = listFiles([`client/src/i18n/${language}/*.json`, `client/src/i18n/${language}.json`])
  return Object.fromEntries(paths.map((path) => [path.replace(/^.*\/|\.json$/g, ''), JSON.parse(readText(path))]))
}

describe('languages', () => {
  it('say the same things', () => {
    expect(compareCatalogs(read('en'), read('es'))).toEqual([])
  })

  it('finds what is missing, empty or filled with another value', () => {
    const english = { vote: { title: 'Vote', left: '{{n}} left', dots_one: 'one dot', dots_other: '{{count}} dots' }, only: 'x' }
    const spanish = {
      vote: { title: '', left: 'Quedan {{m}}', dots_one: '{{count}} punto', dots_many: '{{count}}', dots_other: '{{count}}' },
      nur: 'y',
    }
    expect(compareCatalogs(english, spanish)).toEqual([
      'only is missing in Spanish',
      'nur is missing in English',
      'vote.title is empty',
      'vote.left has other placeholders',
    ])
  })
})
