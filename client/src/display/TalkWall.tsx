import { groupsNow, isTalker, participants, type StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { useFittingPages } from './use-fitting-pages.ts'

const PER_PAGE = 12

/** Who talks with whom, in speaking order: people look for their own name. */
export function TalkWall({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('steps')
  const names = new Map(stage.people.map(({ id, name }) => [id, name]))
  const groups = groupsNow(stage.room.groups, participants(stage).filter(isTalker)).map((group, index) => ({
    group,
    n: index + 1,
  }))
  const { list, ...pages } = useFittingPages<(typeof groups)[number], HTMLOListElement>(groups, PER_PAGE)
  if (groups.length < 2) return <div />
  return (
    <div className={css.body}>
      <ol className={css.groups} ref={list}>
        {pages.shown.map(({ group, n }) => (
          <li key={n} className={css.tile}>
            <p className={css.label}>{t('talk.group', { n })}</p>
            <ol className={css.names}>
              {group.map(({ id }) => (
                <li key={id}>{names.get(id)}</li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <PageMark of={pages} />
    </div>
  )
}
