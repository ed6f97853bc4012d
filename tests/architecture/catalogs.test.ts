import { describe, expect, it } from 'vitest'
import { compareCatalogs, type Catalog } from './lib/catalogs.ts'
import { has, readText } from './lib/source-files.ts'

const read = (path: string): Catalog => (has(path) ? JSON.parse(readText(path)) : {})

describe('languages', () => {
  it('say the same things', () => {
    expect(compareCatalogs(read('client/src/i18n/en.json'), read('client/src/i18n/es.json'))).toEqual([])
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
