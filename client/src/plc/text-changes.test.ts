import { describe, expect, it } from 'vitest'
import { changesOf } from './text-changes.ts'

describe('what changed between two texts', () => {
  it('marks words that came and went, and leaves the rest', () => {
    expect(changesOf('By May 60% of students publish.', 'By June 60% of our students publish.')).toEqual([
      { kind: 'same', text: 'By ' },
      { kind: 'removed', text: 'May ' },
      { kind: 'added', text: 'June ' },
      { kind: 'same', text: '60% of ' },
      { kind: 'added', text: 'our ' },
      { kind: 'same', text: 'students publish.' },
    ])
  })

  it.each([
    ['', 'New words'],
    ['Old words', ''],
    ['a  b\nc', 'c a b'],
    ['one two three', 'two three one two'],
  ])('what stayed and came is the new text: %j to %j', (from, to) => {
    const after = changesOf(from, to).filter(({ kind }) => kind !== 'removed')
    expect(after.map((change) => change.text).join('')).toBe(to)
    expect(changesOf(to, to).every(({ kind }) => kind === 'same')).toBe(true)
  })
})
