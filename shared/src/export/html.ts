import type { Language } from '../api.ts'
import type { PlcPlan } from '../selectors/thread.ts'
import { planPage } from './page.ts'
import { planBlocks, type Block } from './paper.ts'
import type { SessionRecord } from './record.ts'
import { EXPORT_WORDS } from './words.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// oxlint-disable-next-line no-control-regex -- no parser takes these
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

const escape = (text: string): string => text.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Black on white on paper, readable on a phone, no request to anywhere. */
const STYLE = `
:root{color-scheme:light}
body{margin:0;background:#f7f4ee;color:#21262e;font:17px/1.5 system-ui,sans-serif}
main{max-width:880px;margin:0 auto;padding:32px 20px 64px}
article{background:#fff;border:1px solid #ddd6c8;border-radius:12px;padding:28px;margin:0 0 28px}
h1{font-size:30px;line-height:1.2;margin:0 0 12px}
h2{font-size:20px;line-height:1.3;margin:28px 0 8px;padding-top:14px;border-top:1px solid #ddd6c8}
h3{font-size:17px;margin:20px 0 6px}
p{margin:0 0 8px;overflow-wrap:anywhere}
.big{font-size:21px;line-height:1.45}
blockquote{margin:0 0 10px;padding:10px 14px;background:#fdeedd;border-radius:10px;overflow-wrap:anywhere}
blockquote footer{color:#555d69;font-size:16px}
ul{margin:0 0 10px;padding-inline-start:22px}
li{margin:0 0 4px;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:0 0 14px;font-size:16px}
caption{text-align:start;font-weight:600;padding:4px 0}
th,td{border:1px solid #8f8777;padding:6px 8px;text-align:start;vertical-align:top;overflow-wrap:break-word;min-width:5em}
thead th{background:#efebe2}
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}article{border:0;padding:0;break-after:page}h2{margin-top:12pt}tr,blockquote{break-inside:avoid}.wide{overflow:visible}table{font-size:9pt}}
`

const cells = (tag: string, row: readonly string[]): string =>
  row.map((cell) => `<${tag}>${escape(cell) || '–'}</${tag}>`).join('')

function tableHtml({ caption, head, rows }: Extract<Block, { readonly kind: 'table' }>): string {
  const titles = head.map((title) => `<th scope="col">${escape(title)}</th>`).join('')
  const body = rows
    .map(([first = '', ...rest]) => `<tr><th scope="row">${escape(first) || '–'}</th>${cells('td', rest)}</tr>`)
    .join('')
  const name = escape(caption)
  return `<div class="wide" role="group" aria-label="${name}" tabindex="0"><table><caption>${name}</caption><thead><tr>${titles}</tr></thead><tbody>${body}</tbody></table></div>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`
    case 'text': {
      const lead = block.lead === '' ? '' : `<strong>${escape(block.lead)}:</strong> `
      return `<p${block.big ? ' class="big"' : ''}>${lead}${escape(block.text)}</p>`
    }
    case 'quote':
      return `<blockquote><p>${escape(block.text)}</p><footer>${escape(block.by)}</footer></blockquote>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block)
  }
}

/** The main heading of a page is one level lower where the document has a heading of its own. */
const lowered = (block: Block): Block => (block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block)

const documentHtml = (title: string, language: Language, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`

/** One plan as a page of its own: no script, no picture, nothing from anywhere else (SPEC X7). */
export function planHtml(plan: PlcPlan, stage: SessionRecord['stage'], language: Language): string {
  const blocks = planBlocks(planPage(plan, stage, language))
  return documentHtml(plan.plc.name, language, `<article>${blocks.map(blockHtml).join('\n')}</article>`)
}

/** What each theme has become: the PLCs that took it, or that nobody has. */
function coverage({ stage, plans }: SessionRecord, language: Language): readonly Block[] {
  const { label } = EXPORT_WORDS[language]
  const rows = stage.themes.map((theme) => {
    const taken = plans.filter((plan) => (plan.source?.theme.id ?? plan.plc.theme) === theme.id)
    const goals = taken.map((plan) => plan.view.goal.statement.trim() || label.noGoal)
    return [theme.title, taken.map((plan) => plan.plc.name).join(', ') || label.uncovered, goals.join('; ')]
  })
  const table: Block = { kind: 'table', caption: label.themes, head: [label.theme, label.plcs, label.goal], rows }
  return [
    { kind: 'heading', level: 1, text: `${stage.title || label.session}: ${label.allPlans}` },
    ...(stage.district === '' ? [] : [{ kind: 'text', lead: label.district, text: stage.district, big: false } as const]),
    ...(rows.length === 0 ? [] : [table]),
  ]
}

/** All plans of a session as one page for the district: which themes are covered, then each plan (SPEC X7). */
export function districtHtml(record: SessionRecord, language: Language): string {
  const overview = `<article>${coverage(record, language).map(blockHtml).join('\n')}</article>`
  const pages = record.plans.map((plan) => planBlocks(planPage(plan, record.stage, language)))
  const articles = pages.map((blocks) => `<article>${blocks.map(lowered).map(blockHtml).join('\n')}</article>`)
  return documentHtml(record.stage.title, language, [overview, ...articles].join('\n'))
}
