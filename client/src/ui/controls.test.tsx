import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { initials } from './Avatar.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { Link } from './Link.tsx'
import { Menu } from './Menu.tsx'
import { click, press, render, typeInto, type Rendered } from './testing.tsx'
import { TextArea } from './TextArea.tsx'
import { TextInput } from './TextInput.tsx'

let shown: Rendered | null = null
afterEach(() => {
  shown?.unmount()
  shown = null
})
const show = (node: Parameters<typeof render>[0]): HTMLElement => (shown = render(node)).container
/** Radix moves focus in a later task: asks until it is where it belongs. */
const focused = (where: () => boolean) => act(() => vi.waitFor(() => expect(where()).toBe(true)))
const focusIn = (selector: string) => () => document.querySelector(selector)?.contains(document.activeElement) === true

describe('Button', () => {
  it('does not act again while it is busy, and keeps its focus', () => {
    const onClick = vi.fn<() => void>()
    const button = show(
      <Button busy onClick={onClick}>
        Save
      </Button>,
    ).querySelector('button')
    button?.focus()
    click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button)
    expect(button?.getAttribute('aria-busy')).toBe('true')
  })
})

describe('Field', () => {
  it('ties label, help and error to its control', () => {
    const container = show(
      <Field label="Name" help="First name is enough." error="Please enter a name.">
        <TextInput value="" onChange={() => {}} />
      </Field>,
    )
    const input = container.querySelector('input')
    expect(container.querySelector('label')?.htmlFor).toBe(input?.id)
    const described = (input?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['First name is enough.', 'Please enter a name.'])
    expect(input?.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('TextArea', () => {
  it('grows with what is written where the browser does not do it', () => {
    vi.stubGlobal('CSS', { supports: () => false })
    const area = show(<TextArea value="one" onChange={() => {}} />).querySelector('textarea')
    Object.defineProperties(area, { scrollHeight: { value: 137 }, offsetHeight: { value: 63 }, clientHeight: { value: 60 } })
    shown?.rerender(<TextArea value={'one\ntwo\nthree'} onChange={() => {}} />)
    expect(area?.style.height).toBe('140px')
    vi.unstubAllGlobals()
  })

  it('hands over the text itself', () => {
    const onChange = vi.fn<(next: string) => void>()
    const area = show(<TextArea value="" onChange={onChange} />).querySelector('textarea')
    typeInto(area!, 'hello')
    expect(onChange).toHaveBeenCalledWith('hello')
  })
})

describe('Dialog', () => {
  it('takes the focus in, closes on Escape, and gives the focus back', async () => {
    const onClose = vi.fn<() => void>()
    const dialog = (open: boolean) => (
      <>
        <button type="button">opener</button>
        <Dialog open={open} onClose={onClose} title="Sure?" actions={<button type="button">Yes</button>} />
      </>
    )
    const opener = show(dialog(false)).querySelector('button')
    opener?.focus()
    shown?.rerender(dialog(true))
    await focused(focusIn('[role="dialog"]'))
    const content = document.querySelector('[role="dialog"]')
    press(content!, 'Escape')
    expect(onClose).toHaveBeenCalledOnce()
    shown?.rerender(dialog(false))
    await focused(() => document.activeElement === opener)
  })
})

describe('Menu', () => {
  it('opens by keyboard, moves by arrows, and acts on Enter', async () => {
    const chosen: string[] = []
    const items = ['edit', 'remove'].map((key) => ({ key, label: key, onSelect: () => chosen.push(key) }))
    const trigger = show(<Menu trigger={<Button>More</Button>} items={items} />).querySelector('button')
    trigger?.focus()
    press(trigger!, 'Enter')
    await focused(() => document.activeElement?.textContent === 'edit')
    press(document.activeElement!, 'ArrowDown')
    await focused(() => document.activeElement?.textContent === 'remove')
    press(document.activeElement!, 'Enter')
    await focused(() => document.activeElement === trigger)
    expect(chosen).toEqual(['remove'])
  })
})

describe('Link', () => {
  it('goes without loading the page, but leaves new tabs to the browser', () => {
    const link = show(<Link to="/join/K7M-4TX">Join</Link>).querySelector('a')
    click(link)
    expect(location.pathname).toBe('/join/K7M-4TX')
    const withControl = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
    act(() => void link?.dispatchEvent(withControl))
    expect(withControl.defaultPrevented).toBe(false)
  })
})

describe('initials', () => {
  it('takes whole characters from the first and last word', () => {
    expect([initials('Tess Okafor'), initials('  priya  '), initials('Ana María Ruiz'), initials('😀 Li'), initials('')]).toEqual(
      ['TO', 'P', 'AR', '😀L', '?'],
    )
  })
})
