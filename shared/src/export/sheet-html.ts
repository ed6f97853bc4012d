import { bullets, escape, rows, say, table, tag, type Markup } from './html-text.ts'
import type { PageMember, PageStep, PlanPage } from './page.ts'
import { threadLines } from './thread.ts'

const joined = (parts: readonly string[], between: string): string => parts.filter((part) => part.trim() !== '').join(between)

const labelled = (label: string, text: string): Markup =>
  text.trim() === '' ? '' : `<p><strong>${escape(label)}:</strong> ${escape(text)}</p>`

const part = (title: string, inner: Markup): Markup => (inner === '' ? '' : tag('section', say('h2', title) + inner))

function head(page: PlanPage, level: 1 | 2): Markup {
  const { label } = page.words
  const span = joined([page.start, page.end], ' – ')
  const people = [...page.team, ...page.coaches.map((name) => ({ name, role: label.coach }))]
  const team = people.map(({ name, role }) => `<li><strong>${escape(name)}</strong> ${escape(role)}</li>`).join('')
  const where = [page.district, page.session, span, page.version].map((line) => say('p', line)).join('')
  return tag(
    'header',
    tag('div', say('p', joined([page.plc, page.focus], ' · '), 'class="quiet"') + say(`h${level}`, page.theme || label.plan)) +
      tag('div', where, 'class="where"') +
      tag('ul', team, `class="team" aria-label="${escape(label.team)}"`),
    'class="head"',
  )
}

function picture(page: PlanPage): Markup {
  const { label, horizon } = page.words
  const voices = page.voices.map((voice) => {
    const by = joined([horizon[voice.horizon], voice.author ?? ''], ' · ')
    return tag('blockquote', say('p', voice.text) + say('footer', by), `data-side="${voice.horizon}"`)
  })
  return part(label.picture, say('p', page.picture, 'class="lead"') + tag('div', voices.join(''), 'class="voices"'))
}

function goal(page: PlanPage): Markup {
  const { label } = page.words
  return part(
    label.goal,
    say('p', page.statement || label.noGoal, page.statement === '' ? '' : 'class="big"') +
      labelled(label.why, page.why) +
      labelled(label.students, page.studentOutcome) +
      labelled(label.adults, page.teacherAction) +
      labelled(label.reached, page.reached),
  )
}

function theory({ theory: sentence, words: { label } }: PlanPage): Markup {
  if (sentence === null) return ''
  const says = [
    [label.if, sentence.if],
    [label.then, sentence.then],
    [label.soThat, sentence.soThat],
  ] as const
  const lines = says.map(([word, text]) => `<p><strong>${escape(word)}</strong> ${escape(text || '…')}</p>`).join('')
  return part(label.theory, tag('div', lines, 'class="three"'))
}

/** A cell, with what belongs to it in small under it. */
const withSmall = (text: string, small: string): Markup =>
  `${escape(text) || '–'}${small === '' ? '' : `<br>${say('small', small)}`}`

const row = ([first = '', ...rest]: readonly Markup[]): Markup =>
  `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

function measures({ measures: all, words: { label } }: PlanPage): Markup {
  if (all.length === 0) return ''
  const lines = all.map((each) =>
    row([
      withSmall(
        `${each.number}. ${each.text}`,
        joined([each.kind, each.about, each.source === '' ? '' : `${label.source}: ${each.source}`], ' · '),
      ),
      withSmall(each.today, each.readings.map(({ date, value }) => `${date}: ${value}`).join('; ')),
      withSmall(each.target, ''),
      withSmall(each.by, ''),
    ]),
  )
  const heads = [label.indicator, label.today, label.target, label.by]
  return tag('section', table(label.measures, heads, tag('tbody', lines.join('')), 'measures'))
}

function step(each: PageStep, { label }: PlanPage['words']): Markup {
  const support = each.supportFrom.length === 0 ? '' : `${label.supportFrom} ${each.supportFrom.join(', ')}`
  const after = each.dependsOn.map((text) => `${label.dependsOn}: ${text}`)
  const resting = each.state === 'not_started'
  return row([
    withSmall(each.text || '…', joined([support, ...after], ' · ')) + say('p', each.ifThen, 'class="screen"'),
    escape(each.feeds === null ? each.feedsWords : String(each.feeds.number)),
    (escape(each.due) || '–') + say('p', each.status, resting ? 'class="screen"' : 'class="quiet"'),
    withSmall(each.evidence, ''),
  ])
}

function member(person: PageMember, page: PlanPage, columnCount: number): Markup {
  const { label } = page.words
  const own = [
    [label.contribution, person.contribution],
    [label.growth, person.growthFocus],
    [label.strength, person.strength],
    [label.support, person.supportNeeded],
  ] as const
  const said = own
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => `<small>${escape(name)}:</small> ${escape(text)}`)
  const name = `<h3>${escape(person.name || '…')} <small>${escape(person.role)}</small></h3>`
  const none = `<tr><td colspan="${columnCount}">${escape(label.noSteps)}</td></tr>`
  const lines = person.steps.length === 0 ? none : person.steps.map((each) => step(each, page.words)).join('')
  return `<tbody class="person"><tr class="who"><th scope="rowgroup" colspan="${columnCount}">${name}${said.join(' ')}</th></tr>${lines}</tbody>`
}

function steps(page: PlanPage): Markup {
  if (page.members.length === 0) return ''
  const { label } = page.words
  const heads = [label.step, label.feeds, label.due, label.evidence]
  return tag(
    'section',
    table(label.steps, heads, page.members.map((person) => member(person, page, heads.length)).join(''), 'steps'),
  )
}

const columns = (...parts: readonly Markup[]): Markup => tag('div', parts.join(''), 'class="columns"')

function tests({ tests: all, words: { label } }: PlanPage): Markup {
  if (all.length === 0) return ''
  const lines = all.map((each) => [each.date, each.predicted, each.did, each.learned, each.decided])
  return tag(
    'section',
    table(label.tests, [label.date, label.predicted, label.did, label.learned, label.decided], rows(lines), 'tests'),
  )
}

const answer = ({ name, level, words, reservation }: PlanPage['agreement'][number]): string =>
  `${name || '…'}: ${level}, ${words}${reservation === '' ? '' : ` (“${reservation}”)`}`

function agreement(page: PlanPage): Markup {
  const { label } = page.words
  const earlier = page.earlier.map(
    ({ round, date, answers }) => say('h3', joined([`${label.round} ${round}`, date], ', ')) + bullets(answers.map(answer)),
  )
  return part(label.agreement, bullets(page.agreement.map(answer)) + earlier.join(''))
}

function ahead(page: PlanPage): Markup {
  const { label } = page.words
  const dates = page.checkIns.map(({ date, day, focus }) => `${date || '…'} (${label.day} ${day}): ${focus}`)
  return part(label.checkIns, bullets(dates))
}

function thread(page: PlanPage): Markup {
  const lines = threadLines(page.thread, page.words).map(
    ({ knot, text }) => `<li><strong>${escape(knot)}:</strong> ${escape(text)}</li>`,
  )
  return lines.length === 0
    ? ''
    : tag('section', say('h2', page.words.label.thread) + tag('ol', lines.join('')), 'class="thread"')
}

/** A plan as a sheet to print and pin up: everything of the page, and on the screen the whole line below it. */
export function sheetHtml(page: PlanPage, level: 1 | 2): Markup {
  const { label } = page.words
  const questions = page.questions.map(({ text, state, answer: said }) => joined([`${text} (${state})`, said], ' '))
  return tag(
    'article',
    head(page, level) +
      picture(page) +
      goal(page) +
      theory(page) +
      measures(page) +
      columns(
        part(label.success, bullets(page.success)),
        part(label.inclusive, say('p', page.inclusive)),
        part(label.equitable, say('p', page.equitable)),
      ) +
      steps(page) +
      columns(
        part(label.needs, bullets(page.needs)),
        part(label.risks, bullets(page.risks)),
        part(label.stop, say('p', page.stop)),
        part(label.evidence, bullets(page.evidence)),
      ) +
      part(label.workedOn, bullets(questions)) +
      tests(page) +
      columns(ahead(page), agreement(page)) +
      say('p', label.growthOnly, 'class="growth"') +
      thread(page),
  )
}
