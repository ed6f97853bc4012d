import { expect, it } from 'vitest'
import { createSerialQueue } from './serial-queue.ts'

it('runs one after the other, and goes on after a failure', async () => {
  const queue = createSerialQueue()
  const order: string[] = []
  const task =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} starts`)
      await Promise.resolve()
      order.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const [a, b, c] = [queue.run(task('a')), queue.run(task('b', true)), queue.run(task('c'))]
  await expect(b).rejects.toThrow('b')
  expect(await Promise.all([a, c])).toEqual(['a', 'c'])
  await queue.idle()
  expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
})
