import { parseSync, Visitor, type CallExpression, type Expression } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

/** A call such as `it('...')`, `describe.each(...)('...')` or `test.skip('...')`. */
export interface TestCall {
  readonly path: string
  /** The words after the first name: `['skip']` for `test.skip`. */
  readonly modifiers: readonly string[]
  /** Literal text of the first argument; the fixed parts of a template. '' when there is none. */
  readonly title: string
}

const NAMES = new Set(['it', 'test', 'describe', 'suite'])

/** Reads the calls that declare tests from a file's syntax tree. */
export function readTestCalls(file: SourceFile): readonly TestCall[] {
  const calls: TestCall[] = []
  const onCall = (call: CallExpression): void => {
    const [name = '', ...modifiers] = nameParts(call.callee)
    if (NAMES.has(name)) calls.push({ path: file.path, modifiers, title: titleOf(call) })
  }
  new Visitor({ CallExpression: onCall }).visit(parseSync(file.path, file.text).program)
  return calls
}

/** `describe.each(table)` gives `['describe', 'each']`. */
function nameParts(callee: Expression): readonly string[] {
  if (callee.type === 'Identifier') return [callee.name]
  if (callee.type === 'CallExpression') return nameParts(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return nameParts(callee.tag)
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return []
  return [...nameParts(callee.object), callee.property.name]
}

function titleOf({ arguments: [first] }: CallExpression): string {
  if (first?.type === 'Literal' && typeof first.value === 'string') return first.value
  return first?.type === 'TemplateLiteral' ? first.quasis.map(({ value }) => value.raw).join(' ') : ''
}
