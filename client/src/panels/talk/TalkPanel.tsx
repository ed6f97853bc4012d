import { groupsNow, isTalker, participants, type Person } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeopleHere, useWords } from '../../parts/index.ts'
import { useMe, useStage } from '../../session/index.ts'
import css from './TalkPanel.module.css'

/** A talk about no side of the board: what to talk about, and with whom. */
export function TalkPanel() {
  const stage = useStage()
  const words = useWords(stage).step(stage.step)
  return (
    <div className={css.panel}>
      <h2 className={css.question}>{words.instruction}</h2>
      {words.detail !== '' && <p className={css.quiet}>{words.detail}</p>}
      <TalkGroups open />
    </div>
  )
}

/** One's own group in the order of speaking; all groups for who leads. */
export function TalkGroups({ open = false }: { readonly open?: boolean }) {
  const { t } = useTranslation('steps')
  const me = useMe()
  const groups = useGroups()
  const own = groups.find((group) => group.some(({ id }) => id === me.id))
  if (me.role === 'facilitator') return <AllGroups groups={groups} open={open} />
  if (me.person?.device === 'table') return <p className={css.own}>{t('talk.table')}</p>
  if (own === undefined || own.length < 2) return <p className={css.own}>{t('talk.alone')}</p>
  return (
    <section className={css.own}>
      <h3>{t('talk.yourGroup')}</h3>
      <Group people={own} />
    </section>
  )
}

function useGroups(): readonly (readonly Person[])[] {
  const stage = useStage()
  return useMemo(() => {
    const people = participants(stage).filter(isTalker)
    const byId = new Map(people.map((person) => [person.id, person]))
    return groupsNow(stage.room.groups, people).map((group) => group.flatMap(({ id }) => byId.get(id) ?? []))
  }, [stage])
}

interface AllGroupsProps {
  readonly groups: readonly (readonly Person[])[]
  /** Beside a board they are folded away. */
  readonly open: boolean
}

function AllGroups({ groups, open }: AllGroupsProps) {
  const { t } = useTranslation('steps')
  if (groups.length === 0) return <p className={css.own}>{t('talk.alone')}</p>
  return (
    <details className={css.own} open={open}>
      <summary>
        {t('talk.groups')} ({groups.length})
      </summary>
      <ol className={css.all}>
        {groups.map((group, index) => (
          <li key={group[0]?.id ?? index}>
            <h3>{t('talk.group', { n: index + 1 })}</h3>
            <Group people={group} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Group({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  const me = useMe()
  const here = usePeopleHere()
  return (
    <ol className={css.group}>
      {people.map(({ id, name, jobRole }) => (
        <li key={id} data-me={id === me.id || undefined}>
          <b>{name}</b>{' '}
          <span className={css.quiet}>
            {[words.jobRole(jobRole), id === me.id ? t('talk.me') : here.has(id) ? '' : t('talk.away')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  )
}
