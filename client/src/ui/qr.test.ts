import { expect, test } from 'vitest'
import { qrPath } from './qr.ts'

test('a QR code is a square path with quiet around it and the finder pattern in its corner', () => {
  const { size, d } = qrPath('https://board.example/join/K7M4TX')
  expect(size).toBeGreaterThanOrEqual(21 + 4)
  expect(d.startsWith('M2 2h7v1h-7z')).toBe(true)
  expect(d).not.toMatch(/M[01] /)
})

test('another text makes another code', () => {
  expect(qrPath('a').d).not.toBe(qrPath('b').d)
})
