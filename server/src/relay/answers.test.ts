import { readServerMessage } from '@groundswell/shared/wire'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Answers } from './answers.ts'
import { LiveDocument } from './document.ts'
import { batchOf, type Batch } from './frames.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const EMPTY = { snapshot: null, updates: [], lastSeq: 0 }
const NONE = Uint8Array.of(0)

/** What a member holds that came with `doc` and was sent these batches. */
function receive(doc: Y.Doc, batches: readonly Batch[]): Y.Doc {
  for (const payload of batches.flatMap(({ payloads }) => payloads)) {
    const message = readServerMessage(payload)
    if (message.ok && (message.value.kind === 'syncStep2' || message.value.kind === 'update'))
      Y.applyUpdate(doc, message.value.update)
  }
  return doc
}

const answerOf = (live: LiveDocument, stateVector: Uint8Array): readonly Batch[] => {
  const answer = live.answer(stateVector)
  if (!answer.ok) throw new Error('no answer')
  return answer.value
}

const type = (live: LiveDocument, at: number, text: string): void =>
  void live.transact((doc) => doc.getText('t').insert(at % (doc.getText('t').length + 1), text))

const cut = (live: LiveDocument, at: number): void =>
  void live.transact((doc) => doc.getText('t').length > 0 && doc.getText('t').delete(at % doc.getText('t').length, 1))

const someStep = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(50), text: fc.string({ minLength: 1, maxLength: 400 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(50) }),
  fc.record({ kind: fc.constant('join' as const) }),
  fc.record({ kind: fc.constant('return' as const) }),
)

describe('answers to a step 1', () => {
  it('P4 P8 hold everything, whenever they were made and whatever was changed since', () => {
    let shared = 0
    fc.assert(
      fc.property(fc.array(someStep, { minLength: 10, maxLength: 80 }), (steps) => {
        const live = new LiveDocument(EMPTY, new VirtualClock())
        type(live, 0, 'x'.repeat(70_000))
        let known = new Y.Doc()
        const check = (from: Y.Doc): void => {
          const answer = answerOf(live, Y.encodeStateVector(from))
          if (answer.length > 1 && (answer[1]?.payloads.length ?? 0) > 0) shared++
          const doc = receive(from, answer)
          expect(doc.getText('t').toJSON()).toBe(live.doc.getText('t').toJSON())
          expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(live.doc))
          known = doc
        }
        for (const step of steps) {
          if (step.kind === 'type') type(live, step.at, step.text)
          else if (step.kind === 'cut') cut(live, step.at)
          else check(step.kind === 'join' ? new Y.Doc() : known)
        }
      }),
    )
    // Not vacuous: answers were used again after changes.
    expect(shared).toBeGreaterThan(100)
  })

  it('a crowd that joins while someone types is sent one and the same buffer', () => {
    const live = new LiveDocument(EMPTY, new VirtualClock())
    type(live, 0, 'x'.repeat(100_000))
    const [first] = answerOf(live, NONE)
    type(live, 5, 'y')
    const [again, changes] = answerOf(live, NONE)
    expect(again).toBe(first)
    expect(changes?.payloads).toHaveLength(1)
    expect(answerOf(live, NONE)[1]).toBe(changes)
  })

  it('P3 a small document is answered whole, in the step 2 itself', () => {
    const live = new LiveDocument(EMPTY, new VirtualClock())
    type(live, 0, 'a')
    answerOf(live, NONE)
    type(live, 1, 'b')
    const [answer, changes] = answerOf(live, NONE)
    expect(changes).toBeUndefined()
    expect(
      receive(new Y.Doc(), answer ? [answer] : [])
        .getText('t')
        .toJSON(),
    ).toBe('ab')
  })

  it('are made anew once a fresh one is less than what came since, and forgotten when nobody joins', () => {
    const clock = new VirtualClock()
    const answers = new Answers(clock)
    const answer = batchOf([new Uint8Array(100_000)])
    const isKept = () => answers.find(NONE) !== null
    answers.keep(NONE, answer)
    for (let change = 0; change < 6; change++) answers.changed(new Uint8Array(10_000))
    expect(isKept()).toBe(true)
    answers.changed(new Uint8Array(10_000))
    expect(isKept()).toBe(false)
    answers.keep(NONE, answer)
    answers.sweep(clock.now() + 9_000)
    expect(isKept()).toBe(true)
    answers.sweep(clock.now() + 10_000)
    expect(isKept()).toBe(false)
  })

  it('take no more memory than 16 answers and 16 MiB', () => {
    const answers = new Answers(new VirtualClock())
    for (let number = 0; number < 40; number++) answers.keep(Uint8Array.of(1, number, 1), batchOf([new Uint8Array(10)]))
    const kept = Array.from({ length: 40 }, (_, number) => answers.find(Uint8Array.of(1, number, 1))).filter((found) => found)
    expect(kept).toHaveLength(16)
    answers.forget()
    for (let number = 0; number < 4; number++) answers.keep(Uint8Array.of(1, number, 1), batchOf([new Uint8Array(6_000_000)]))
    expect(answers.find(Uint8Array.of(1, 1, 1))).not.toBeNull()
    expect(answers.find(Uint8Array.of(1, 2, 1))).toBeNull()
    answers.keep(new Uint8Array(5_000), batchOf([new Uint8Array(10)]))
    expect(answers.find(new Uint8Array(5_000))).toBeNull()
  })
})
