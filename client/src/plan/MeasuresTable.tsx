import type { PageMeasure, PlanPage } from '@groundswell/shared'
import styles from './sheet.module.css'

/** What will tell whether it works: where it stands, where it should be, by when. */
export function MeasuresTable({ page }: { readonly page: PlanPage }) {
  const { label } = page.words
  if (page.measures.length === 0) return null
  return (
    <section>
      <table className={styles.table}>
        <caption>
          <h2>{label.measures}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.wide}>
              {label.indicator}
            </th>
            <th scope="col" className={styles.now}>
              {label.today}
            </th>
            <th scope="col" className={styles.target}>
              {label.target}
            </th>
            <th scope="col">{label.by}</th>
          </tr>
        </thead>
        <tbody>
          {page.measures.map((row) => (
            <Row key={row.id} row={row} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, page }: { readonly row: PageMeasure; readonly page: PlanPage }) {
  const { label } = page.words
  const facts = [row.kind, row.about, row.source === '' ? '' : `${label.source}: ${row.source}`]
    .filter((fact) => fact !== '')
    .join(' · ')
  return (
    <tr>
      <th scope="row" className={styles.measure}>
        <span className={styles.number}>{row.number}</span>
        <span>
          {row.text}
          <small>{facts}</small>
        </span>
      </th>
      <td data-label={label.today}>
        <span>
          {row.today || '–'}
          <Readings row={row} />
        </span>
      </td>
      <td data-label={label.target}>
        <strong>{row.target || '–'}</strong>
      </td>
      <td data-label={label.by} className={styles.date}>
        {row.by || '–'}
      </td>
    </tr>
  )
}

function Readings({ row }: { readonly row: PageMeasure }) {
  return row.readings.map((reading) => (
    <small key={`${reading.date} ${reading.value}`}>
      {reading.date}: {reading.value}
    </small>
  ))
}
