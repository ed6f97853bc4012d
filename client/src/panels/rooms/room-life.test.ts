import { expect, test } from 'vitest'
import { roomLife, type RoomSigns } from './room-life.ts'

const signs: RoomSigns = { calling: false, members: 3, here: 2, editing: false, quietFor: 100_000, done: 0 }

test('a room is writing while someone types or just did, idle for a while, then stuck', () => {
  expect(roomLife({ ...signs, quietFor: 5_000 })).toBe('writing')
  expect(roomLife({ ...signs, quietFor: 600_000, editing: true })).toBe('writing')
  expect(roomLife(signs)).toBe('idle')
  expect(roomLife({ ...signs, quietFor: 240_000 })).toBe('stuck')
})

test('a room is done when all its members say so, and empty while nobody is in it', () => {
  expect(roomLife({ ...signs, done: 3 })).toBe('done')
  expect(roomLife({ ...signs, done: 3, calling: true })).toBe('calling')
  expect(roomLife({ ...signs, done: 2, here: 0 })).toBe('empty')
  expect(roomLife({ ...signs, members: 0, here: 0 })).toBe('empty')
})
