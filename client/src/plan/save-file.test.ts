import { describe, expect, it } from 'vitest'
import { fileName } from './save-file.ts'

describe('the name of a file', () => {
  it.each([
    [['PLC A', 'Students as creators'], 'plc-a-students-as-creators'],
    [['PLC Ñandú', '¿Meta?'], 'plc-ñandú-meta'],
    [['../..', ''], 'plan'],
  ])('of %j is %s', (parts, name) => {
    expect(fileName(...parts)).toBe(name)
  })
})
