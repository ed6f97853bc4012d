import { describe, expect, it } from 'vitest'
import { shapeCode } from './CodeForm.tsx'
import { readRoute } from './route.ts'

describe('addresses', () => {
  it('are read one by one', () => {
    expect(readRoute('/')).toEqual({ page: 'start' })
    expect(readRoute('/new')).toEqual({ page: 'create' })
    expect(readRoute('/join')).toEqual({ page: 'join', code: null })
    expect(readRoute('/join/K7M-4TX')).toEqual({ page: 'join', code: 'K7M-4TX' })
    expect(readRoute('/recover#s3cret')).toEqual({ page: 'recover', secret: 's3cret' })
    expect(readRoute('/display#s3cret')).toEqual({ page: 'display', secret: 's3cret' })
    expect(readRoute('/checkin#a.b.c')).toEqual({ page: 'checkin', secret: 'a.b.c' })
    expect(readRoute('/s/abc')).toEqual({ page: 'session', session: 'abc' })
    expect(readRoute('/s/abc/plc/p1')).toEqual({ page: 'room', session: 'abc', plc: 'p1' })
    expect(readRoute('/s/abc/plan/p1')).toEqual({ page: 'plan', session: 'abc', plc: 'p1' })
    expect(readRoute('/s/abc/board')).toEqual({ page: 'board', session: 'abc', at: null })
    expect(readRoute('/s/abc/board#c1')).toEqual({ page: 'board', session: 'abc', at: 'c1' })
    expect(readRoute('/licenses')).toEqual({ page: 'licences' })
  })

  it('that are no page are lost, and none breaks the reader', () => {
    for (const address of [
      '/nowhere',
      '/s',
      '/s/a b',
      '/s/abc/plc',
      '/s/abc/goal/p1',
      '/join/a/b',
      '/join/%E0%A4%A',
      '/s/abc/plc/p1/x',
      '/s/abc/board/x',
    ]) {
      expect(['lost', 'join']).toContain(readRoute(address).page)
    }
  })
})

describe('a code while it is typed', () => {
  it('becomes what stands on the wall', () => {
    expect(shapeCode('k7m')).toBe('K7M')
    expect(shapeCode('k7m4')).toBe('K7M-4')
    expect(shapeCode(' k7m 4tx ')).toBe('K7M-4TX')
    expect(shapeCode('K7M-')).toBe('K7M')
    expect(shapeCode('K7M-4TXXX')).toBe('K7M-4TX')
  })
})
