import type { Block, Language } from '@groundswell/shared'
import type * as library from 'docx'
import type { FileChild, Paragraph, Table } from 'docx'

type Docx = typeof library

/** What no XML may hold would make Word refuse the whole file. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const clean = (text: string): string => text.toWellFormed().replace(NOT_XML, '')

/** A person's lines stay lines. */
const runs = (
  { TextRun }: Docx,
  text: string,
  look: { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number } = {},
) =>
  clean(text)
    .split(/\r\n?|\n/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }))

function cell(docx: Docx, text: string, isHead: boolean) {
  const { Paragraph, TableCell } = docx
  return new TableCell({
    children: [new Paragraph({ children: runs(docx, text || '–', { bold: isHead, size: 19 }) })],
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(isHead ? { shading: { fill: 'EFEBE2' } } : {}),
  })
}

function table(docx: Docx, { head, rows }: Extract<Block, { readonly kind: 'table' }>): Table {
  const { Table, TableRow, WidthType } = docx
  const line = (cells: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text) => cell(docx, text, isHead)) })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [line(head, true), ...rows.map((row) => line(row, false))],
  })
}

function paragraph(docx: Docx, { lead, text, big }: Extract<Block, { readonly kind: 'text' }>): Paragraph {
  const intro = lead === '' ? [] : runs(docx, `${lead}: `, { bold: true })
  return new docx.Paragraph({ spacing: { after: 100 }, children: [...intro, ...runs(docx, text, big ? { size: 28 } : {})] })
}

function blockOf(docx: Docx, block: Block): readonly FileChild[] {
  const { HeadingLevel, Paragraph } = docx
  switch (block.kind) {
    case 'heading': {
      const heading = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1]
      return [new Paragraph({ ...(heading === undefined ? {} : { heading }), keepNext: true, children: runs(docx, block.text) })]
    }
    case 'text':
      return [paragraph(docx, block)]
    case 'quote':
      return [
        new Paragraph({ indent: { left: 360 }, children: runs(docx, block.text, { italics: true }) }),
        new Paragraph({ indent: { left: 360 }, spacing: { after: 120 }, children: runs(docx, block.by, { size: 19 }) }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(docx, item) }))
    case 'table':
      return [table(docx, block), new Paragraph({})]
  }
}

/** A document for Word: real headings, lists and header rows, so that it can be pasted into a district's own form and read aloud. */
export async function blocksDocx(blocks: readonly Block[], title: string, language: Language): Promise<Uint8Array> {
  // The library is large, and most servers never write a document: it is loaded with the first.
  const docx = await import('docx')
  const document = new docx.Document({
    title: clean(title),
    creator: 'Groundswell',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: language === 'es' ? 'es-US' : 'en-US' } } },
        heading1: { run: { size: 34, bold: true, color: '1D5B4F' }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 900, bottom: 900, left: 900, right: 900 } } },
        children: blocks.flatMap((block) => [...blockOf(docx, block)]),
      },
    ],
  })
  return docx.Packer.toBuffer(document)
}
