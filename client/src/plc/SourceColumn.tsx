import { promoteTheme, type Note, type Theme, type ThemeSource } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/index.ts'
import { Badge, Button, Link } from '../ui/index.ts'
import { gapPairs, writersOf, type GapPair } from './gap-pairs.ts'
import { useRoom } from './room.ts'
import { SourceNote } from './SourceNote.tsx'
import styles from './source.module.css'
import { ThemePicker } from './ThemePicker.tsx'

/** Pairs shown before the rest is unfolded: the form beside it stays the main thing. */
const FIRST_PAIRS = 3

/** "Where this comes from": the theme's own notes, today's facing the ideal ones. */
export function SourceColumn() {
  const { t } = useTranslation('plc')
  const { plan } = useRoom()
  return (
    <div className={styles.source}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="theme">
        {t('source.title')}
      </h2>
      {plan.source === null ? <NoTheme /> : <FromTheme source={plan.source} />}
    </div>
  )
}

function NoTheme() {
  const { t } = useTranslation('plc')
  const { canWrite } = useRoom()
  return (
    <>
      <p>{t('source.none')}</p>
      {canWrite ? <ThemePicker /> : null}
    </>
  )
}

function FromTheme({ source }: { readonly source: ThemeSource }) {
  const { t } = useTranslation('plc')
  const { view } = useRoom()
  const quoted = new Set<string>(view.goal.quotes)
  const pairs = gapPairs(source.current, source.ideal, quoted)
  return (
    <>
      <Promote theme={source.theme} />
      <Facts source={source} />
      {pairs.length === 0 ? <p>{t('source.empty')}</p> : <Pairs pairs={pairs} quoted={quoted} />}
      <ThemeWords theme={source.theme} />
    </>
  )
}

function ThemeWords({ theme }: { readonly theme: Theme }) {
  const { t } = useTranslation('plc')
  if (theme.studentOutcome === '' && theme.teacherAction === '') return null
  return (
    <div className={styles.theme}>
      <h3>{theme.title}</h3>
      <dl>
        {theme.studentOutcome ? <Said name={t('source.students')} tone="violet" words={theme.studentOutcome} /> : null}
        {theme.teacherAction ? <Said name={t('source.adults')} tone="rust" words={theme.teacherAction} /> : null}
      </dl>
    </div>
  )
}

function Said({ name, tone, words }: { readonly name: string; readonly tone: 'violet' | 'rust'; readonly words: string }) {
  return (
    <div className={styles.said}>
      <dt>
        <Badge tone={tone} mark={tone === 'violet' ? 'dot' : 'square'}>
          {name}
        </Badge>
      </dt>
      <dd>{words}</dd>
    </div>
  )
}

/** The moment the theme becomes a goal: a link is set, nothing is copied. */
function Promote({ theme }: { readonly theme: Theme }) {
  const { t } = useTranslation('plc')
  const { canWrite, view, doc, go } = useRoom()
  if (!canWrite || view.goal.theme !== null) return null
  const start = () => {
    promoteTheme(doc, theme.id)
    go('goal')
  }
  return (
    <div className={styles.promote}>
      <Button variant="primary" onClick={start}>
        {t('source.promote')}
      </Button>
      <p>{t('source.promoteHelp')}</p>
    </div>
  )
}

function Facts({ source }: { readonly source: ThemeSource }) {
  const { t } = useTranslation('plc')
  const { id } = useSession()
  const notes = [...source.current, ...source.ideal]
  const writers = writersOf(notes)
  const parts = [
    [t('source.notes', { count: notes.length }), writers === null ? '' : t('source.writers', { count: writers })]
      .filter((part) => part !== '')
      .join(' '),
    source.votes === null ? '' : t('source.votes', { count: source.votes }),
  ]
  return (
    <p className={styles.facts}>
      {parts.filter((part) => part !== '').join(' · ')}{' '}
      {source.cluster === null ? null : <Link to={`/s/${id}/board#${source.cluster.id}`}>{t('source.board')}</Link>}
    </p>
  )
}

function Pairs({ pairs, quoted }: { readonly pairs: readonly GapPair[]; readonly quoted: ReadonlySet<string> }) {
  const { t } = useTranslation('plc')
  const { stage, words } = useRoom()
  const [all, setAll] = useState(false)
  const shown = all ? pairs : pairs.slice(0, FIRST_PAIRS)
  const hidden = pairs.slice(FIRST_PAIRS).reduce((sum, pair) => sum + (pair.current ? 1 : 0) + (pair.ideal ? 1 : 0), 0)
  const side = (note: Note | null, none: string) =>
    note === null ? <p className={styles.nothing}>{none}</p> : <SourceNote note={note} quoted={quoted.has(note.id)} />
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <span>{words.horizon('current')}</span>
        <span>{words.horizon('ideal')}</span>
      </div>
      <ul className={styles.pairs}>
        {shown.map((pair) => (
          <li key={`${pair.current?.id ?? ''}-${pair.ideal?.id ?? ''}`}>
            {side(pair.current, t('source.nothingToday'))}
            {side(pair.ideal, t('source.nothingIdeal', { year: stage.targetYear }))}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('source.less') : t('source.more', { count: hidden })}
        </Button>
      ) : null}
    </>
  )
}
