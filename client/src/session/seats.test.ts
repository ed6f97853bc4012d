import type { PersonId, Seat, SessionId } from '@groundswell/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { createSeats, type RememberedSeat } from './seats.ts'

const seat = (session: string): Seat => ({
  session: session as SessionId,
  person: 'p1' as PersonId,
  role: 'participant',
  key: 'secret',
  token: 't',
  expires: 5,
  now: 1,
})
const entry = (session: string, lastUsed: number): RememberedSeat => ({
  seat: seat(session),
  title: 'Vision',
  name: 'Tess',
  lastUsed,
})

describe('seats', () => {
  beforeEach(() => localStorage.clear())

  it('are there again after a reload, latest first', () => {
    const before = createSeats(localStorage)
    before.remember(entry('old', 1))
    before.remember(entry('new', 2))
    const after = createSeats(localStorage)
    expect(after.all().map(({ seat: { session } }) => session)).toEqual(['new', 'old'])
    expect(after.get('old' as SessionId)).toEqual(entry('old', 1))
  })

  it('are gone once forgotten', () => {
    const seats = createSeats(localStorage)
    seats.remember(entry('a', 1))
    seats.forget('a' as SessionId)
    expect(createSeats(localStorage).all()).toEqual([])
  })

  it('pass over what another version or another hand left there', () => {
    localStorage.setItem('groundswell.seat.x', '{not json')
    localStorage.setItem('groundswell.seat.y', '{"seat":{"session":"y"}}')
    localStorage.setItem('groundswell.seat.z', JSON.stringify({ seat: { ...seat('z'), role: 'owner' } }))
    expect(createSeats(localStorage).all()).toEqual([])
  })

  it('last as long as the page where nothing can be stored', () => {
    const full: Storage = Object.assign(Object.create(null) as Storage, {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    })
    const seats = createSeats(full)
    seats.remember(entry('a', 1))
    expect(seats.get('a' as SessionId)?.name).toBe('Tess')
  })
})
