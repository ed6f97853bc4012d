import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncements } from './announcements.ts'

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const setUp = () => {
    const said: string[] = []
    const announcements = createAnnouncements()
    announcements.listen((text) => said.push(text))
    return { said, announcements }
  }

  it('says what came close together in one breath', () => {
    const { said, announcements } = setUp()
    announcements.announce('Tess moved a note.')
    announcements.announce('Vote is open.')
    vi.runAllTimers()
    expect(said).toEqual(['Tess moved a note. Vote is open.'])
  })

  it('keeps only the latest of a topic', () => {
    const { said, announcements } = setUp()
    announcements.announce('11 new notes', 'notes')
    announcements.announce('12 new notes', 'notes')
    vi.runAllTimers()
    expect(said).toEqual(['12 new notes'])
  })

  it('drops the oldest when a busy room says more than one can listen to', () => {
    const { said, announcements } = setUp()
    for (const n of [1, 2, 3, 4, 5, 6]) announcements.announce(`news ${n}`)
    vi.runAllTimers()
    expect(said).toEqual(['news 3 news 4 news 5 news 6'])
  })

  it('is silent while paused, and does not catch up afterwards', () => {
    const { said, announcements } = setUp()
    announcements.announce('before')
    announcements.setPaused(true)
    announcements.announce('during')
    vi.runAllTimers()
    announcements.setPaused(false)
    announcements.announce('after')
    vi.runAllTimers()
    expect(said.filter(Boolean)).toEqual(['after'])
  })
})
