import { LOCAL } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { render, typeInto as typeInField, type Rendered } from '../ui/testing.tsx'
import { typeInto, useSharedText } from './use-shared-text.ts'

function Editor({ text }: { readonly text: Y.Text | null }) {
  return <textarea {...useSharedText(text)} />
}

let shown: Rendered | null = null
afterEach(() => shown?.unmount())

function setUp(start = '') {
  const doc = new Y.Doc()
  const text = doc.getText('note')
  text.insert(0, start)
  shown = render(<Editor text={text} />)
  const area = shown.container.querySelector('textarea')!
  area.focus()
  const remote = (change: () => void) => act(() => doc.transact(change, 'remote'))
  return { doc, text, area, remote }
}

describe('useSharedText', () => {
  it('puts what is typed into the document as one small change of this device', () => {
    const { doc, text, area } = setUp('Six apps')
    const origins: unknown[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => origins.push(origin, update.length < 40))
    typeInField(area, 'Six apps!')
    expect(text.toString()).toBe('Six apps!')
    expect(origins).toEqual([LOCAL, true])
  })

  it('keeps the caret in its words when someone else types before it', () => {
    const { text, area, remote } = setUp('one two')
    area.setSelectionRange(4, 7)
    remote(() => text.insert(0, 'zero '))
    expect(area.value).toBe('zero one two')
    expect([area.selectionStart, area.selectionEnd]).toEqual([9, 12])
  })

  it('leaves the caret alone when someone types after it', () => {
    const { text, area, remote } = setUp('one two')
    area.setSelectionRange(2, 2)
    remote(() => text.insert(7, ' three'))
    expect([area.value, area.selectionStart]).toEqual(['one two three', 2])
  })

  it('does not touch the field while an input method composes, then brings both together', () => {
    const { text, area, remote } = setUp('日')
    act(() => void area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })))
    typeInField(area, '日ほ')
    remote(() => text.insert(0, '(a) '))
    expect(area.value).toBe('日ほ')
    expect(text.toString()).toBe('(a) 日')
    typeInField(area, '日本')
    act(() => void area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })))
    expect(text.toString()).toBe('(a) 日本')
    expect(area.value).toBe('(a) 日本')
  })

  it('shows an empty field without a text, and takes typing without harm', () => {
    shown = render(<Editor text={null} />)
    const area = shown.container.querySelector('textarea')!
    typeInField(area, 'lost?')
    expect(area.value).toBe('')
  })

  it.each([
    // base, typed, place and words of the other, result
    ['one two', 'one two three', 0, 'zero ', 'zero one two three'],
    ['one two', 'one big two', 7, ' three', 'one big two three'],
    ['one two', 'two', 7, '!', 'two!'],
    ['one two', 'one', 0, 'my ', 'my one'],
    ['', 'mine', 0, ' yours', 'mine yours'],
    ['one two', 'one 2', 2, '-', 'on-e 2'],
  ])('brings typing and what came meanwhile together: %j became %j, with another at %i', (base, next, index, insert, result) => {
    const text = new Y.Doc().getText('note')
    text.insert(0, base)
    text.insert(index, insert)
    typeInto(text, base, next, [{ index, remove: 0, insert }])
    expect(text.toString()).toBe(result)
  })
})
