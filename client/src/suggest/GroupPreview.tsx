import { HORIZONS, LIMITS, type ClusterView, type Horizon, type Note } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge, NoteText, SplitBar, useWords } from '../parts/index.ts'
import { useStage } from '../session/index.ts'
import { Field, TextInput } from '../ui/index.ts'
import type { OpenGroup } from './open-group.ts'
import css from './SuggestDialog.module.css'

export interface GroupPreviewProps {
  readonly group: OpenGroup
  /** The title of the new cluster, as suggested or as changed. */
  readonly title: string
  readonly onTitle: (title: string) => void
}

/** Where the notes would go, then the notes: today's beside the ideal ones. */
export function GroupPreview({ group, title, onTitle }: GroupPreviewProps) {
  const { t } = useTranslation('list')
  return (
    <>
      {group.into === null ? (
        <Field label={t('alike.newTitle')} help={group.title === null ? t('alike.noTitle') : t('alike.titleHelp')}>
          <TextInput value={title} onChange={onTitle} maxLength={LIMITS.title} placeholder={t('cluster.titlePlaceholder')} />
        </Field>
      ) : (
        <Joined cluster={group.into} />
      )}
      <div className={css.sides}>
        {HORIZONS.map((horizon) => (
          <Side key={horizon} horizon={horizon} notes={group.notes.filter((note) => note.horizon === horizon)} />
        ))}
      </div>
    </>
  )
}

/** Notes of the cluster that are shown, to know it by. */
const SOME = 3

function Joined({ cluster }: { readonly cluster: ClusterView }) {
  const { t } = useTranslation('list')
  const { targetYear } = useStage()
  return (
    <section className={css.joined} aria-label={t('alike.joins')}>
      <p className={css.quiet}>{t('alike.joins')}</p>
      <p className={css.joinedTitle}>
        <b>{cluster.title || t('cluster.untitled')}</b>
        {cluster.focus !== null && <FocusBadge focus={cluster.focus} />}
      </p>
      <SplitBar current={cluster.current} ideal={cluster.ideal} year={targetYear} />
      {cluster.notes.length > 0 && (
        <ul className={css.inside}>
          {cluster.notes.slice(0, SOME).map((note) => (
            <li key={note.id}>“{note.text}”</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Side({ horizon, notes }: { readonly horizon: Horizon; readonly notes: readonly Note[] }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const words = useWords(stage)
  if (notes.length === 0) return null
  return (
    <section className={css.side} data-horizon={horizon}>
      <h3>{t(`horizonLong.${horizon}`, { year: stage.targetYear })}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteText note={note} label={words.horizon(horizon)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
