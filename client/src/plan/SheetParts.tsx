import type { PlanPage } from '@groundswell/shared'
import styles from './sheet.module.css'

/** A heading with short lines under it; nothing without lines. */
export function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** A heading with a paragraph under it; nothing without words. */
export function Words({ title, text }: { readonly title: string; readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  )
}

export function CheckIns({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.checkIns.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{label.checkIns}</h2>
      <ul className={styles.dates}>
        {page.checkIns.map((checkIn) => (
          <li key={`${checkIn.day} ${checkIn.date}`}>
            <strong>{checkIn.date}</strong>{' '}
            <span>
              {label.day} {checkIn.day}
            </span>{' '}
            {checkIn.focus}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Agreement({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.agreement.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{label.agreement}</h2>
      <Answers answers={page.agreement} language={page.language} />
      {page.earlier.map(({ round, date, answers }) => (
        <div key={round} className={styles.earlier}>
          <h3>{[`${label.round} ${round}`, date].filter((part) => part !== '').join(', ')}</h3>
          <Answers answers={answers} language={page.language} />
        </div>
      ))}
    </section>
  )
}

function Answers({ answers, language }: { readonly answers: PlanPage['agreement']; readonly language: PlanPage['language'] }) {
  return (
    <ul className={styles.agreement}>
      {answers.map((entry) => (
        <li key={entry.name}>
          <strong>{entry.level}</strong>{' '}
          <span>
            {entry.name}, {entry.words.toLocaleLowerCase(language)}
            {entry.reservation === '' ? (
              ''
            ) : (
              <>
                . <em>“{entry.reservation}”</em>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was tried since: the prediction beside what happened. */
export function Tests({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.tests.length === 0) return null
  return (
    <section>
      <table className={styles.table}>
        <caption>
          <h2>{label.tests}</h2>
        </caption>
        <thead>
          <tr>
            {[label.date, label.predicted, label.did, label.learned, label.decided].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.tests.map((test) => (
            <tr key={`${test.date} ${test.predicted}`}>
              <th scope="row" className={styles.date}>
                {test.date}
              </th>
              <td data-label={label.predicted}>{test.predicted}</td>
              <td data-label={label.did}>{test.did}</td>
              <td data-label={label.learned}>{test.learned}</td>
              <td data-label={label.decided}>{test.decided}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The coach's questions that the PLC worked on, each with its answer. */
export function Questions({ page }: { readonly page: PlanPage }) {
  if (page.questions.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{page.words.label.workedOn}</h2>
      <ul>
        {page.questions.map(({ id, text, state, answer }) => (
          <li key={id}>
            <strong>{text}</strong> ({state.toLocaleLowerCase(page.language)}){answer === '' ? '' : ` ${answer}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
