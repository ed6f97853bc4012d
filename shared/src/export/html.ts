import type { Language } from '../api.ts'
import { withUnit } from '../measure.ts'
import { STEP_STATUSES } from '../records.ts'
import { districtRollUp, type ThemeRollUp } from '../selectors/district.ts'
import type { PlcPlan } from '../selectors/thread.ts'
import { escape, rows, say, table, tag, type Markup } from './html-text.ts'
import { planPage } from './page.ts'
import type { SessionRecord } from './record.ts'
import { sheetHtml } from './sheet-html.ts'
import { SHEET_STYLE } from './sheet-style.ts'
import { EXPORT_WORDS, formatDate } from './words.ts'

const documentHtml = (title: string, language: Language, body: Markup): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${SHEET_STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`

/** One plan as a page of its own: no script, no picture, nothing from anywhere else (SPEC X7). */
export const planHtml = (plan: PlcPlan, stage: SessionRecord['stage'], language: Language): string =>
  documentHtml(plan.plc.name, language, sheetHtml(planPage(plan, stage, language), 1))

/** What each theme has become: the PLCs that took it, or that nobody has. */
function coverage(themes: readonly ThemeRollUp[], language: Language): Markup {
  const { label, status } = EXPORT_WORDS[language]
  if (themes.length === 0) return ''
  const lines = themes.map(({ theme, plcs, members, steps }) => [
    theme.title,
    plcs.map(({ name }) => name).join(', ') || label.uncovered,
    plcs.map(({ statement }) => statement || label.noGoal).join('; '),
    String(members),
    STEP_STATUSES.filter((each) => steps[each] > 0)
      .map((each) => `${status[each]}: ${steps[each]}`)
      .join(', '),
  ])
  return tag('section', table(label.themes, [label.theme, label.plcs, label.goal, label.people, label.step], rows(lines)))
}

/** How far the measures of each theme have moved. */
function movement(themes: readonly ThemeRollUp[], language: Language): Markup {
  const { label, kind } = EXPORT_WORDS[language]
  const lines = themes.flatMap(({ theme, measures }) =>
    measures.map(({ indicator, plc, last }) => [
      indicator.text,
      `${theme.title} (${plc})`,
      kind[indicator.kind],
      indicator.baselineStatus === 'known' ? withUnit(indicator.baseline, indicator.unit) : label.toCollect,
      last === null ? '' : `${withUnit(last.value, indicator.unit)} (${formatDate(last.date, language)})`,
      withUnit(indicator.target, indicator.unit),
    ]),
  )
  if (lines.length === 0) return ''
  const columns = [label.indicator, label.theme, label.kind, label.start, label.lastReading, label.target]
  return tag('section', table(label.measures, columns, rows(lines)))
}

/** All plans of a session as one page for the district: which themes are covered and how they move, then each plan (SPEC X7). */
export function districtHtml(record: SessionRecord, language: Language): string {
  const { stage, plans } = record
  const { label } = EXPORT_WORDS[language]
  const themes = districtRollUp(stage, plans)
  const overview =
    say('h1', `${stage.title || label.session}: ${label.allPlans}`) +
    say('p', stage.district, 'class="quiet"') +
    coverage(themes, language) +
    movement(themes, language)
  const sheets = plans.map((plan) => sheetHtml(planPage(plan, stage, language), 2))
  return documentHtml(stage.title, language, [tag('article', overview), ...sheets].join('\n'))
}
