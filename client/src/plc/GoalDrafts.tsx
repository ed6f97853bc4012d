import { editGoal } from '@groundswell/shared'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, Button } from '../ui/index.ts'
import { draftParts, turnOf, type DraftPart } from './drafts.ts'
import styles from './drafts.module.css'
import { MyDraft } from './MyDraft.tsx'
import { useRoom } from './room.ts'

/** Before the team writes one sentence, each member writes their own in silence; then they are heard one after the other. */
export function GoalDrafts() {
  const { plan, plc, view, canWrite } = useRoom()
  const members = plan.members.map(({ person }) => person).filter(({ id }) => plc.members.includes(id))
  const parts = draftParts(members, view.drafts)
  const begun = parts.some(({ state }) => state !== 'thinking')
  // Offered while there is no goal yet; who came while there was none keeps it, because they may be writing.
  const [offered] = useState(view.goal.statement.trim() === '')
  return members.length < 2 || !(begun || (offered && canWrite)) ? null : <Drafts parts={parts} begun={begun} />
}

function Drafts({ parts, begun }: { readonly parts: readonly DraftPart[]; readonly begun: boolean }) {
  const { t } = useTranslation('plc')
  const { view, canWrite, me } = useRoom()
  const heard = parts.every(({ state }) => state === 'shared' || state === 'passed')
  // As it was on arriving: who writes in it must not see it fold because a teammate has begun the goal.
  const [open] = useState(view.goal.statement.trim() === '' || (begun && !heard))
  const turn = turnOf(parts)
  const mine = parts.find(({ person }) => person.id === me.id)
  return (
    <details className={styles.drafts} open={open}>
      <summary>
        <ChevronRight aria-hidden />
        <span>
          <strong>{t('draft.title')}</strong>
          <small>{t(heard ? 'draft.heard' : 'draft.help')}</small>
        </span>
      </summary>
      <div className={styles.body}>
        {canWrite && mine !== undefined ? <MyDraft part={mine} turn={turn} /> : null}
        <ol className={styles.order} aria-label={t('draft.order')}>
          {parts.map((part) => (
            <Voice key={part.person.id} part={part} turn={turn === part.person.id} />
          ))}
        </ol>
        {turn === null && !heard ? <p className={styles.private}>{t('draft.waiting')}</p> : null}
        {parts.some(({ person }) => person.jobRole === 'building_leader') ? (
          <p className={styles.private}>{t('draft.leadersLast')}</p>
        ) : null}
      </div>
    </details>
  )
}

function Voice({ part, turn }: { readonly part: DraftPart; readonly turn: boolean }) {
  const { t } = useTranslation('plc')
  const { nameOf } = useRoom()
  const name = nameOf(part.person.id)
  return (
    <li data-turn={turn}>
      <Avatar name={name} />
      <div>
        <p>
          <strong>{name}</strong> <span className={styles.state}>{t(turn ? 'draft.turn' : `draft.state.${part.state}`)}</span>
        </p>
        {part.state === 'shared' ? <Shared text={part.text} name={name} /> : null}
      </div>
    </li>
  )
}

/** A sentence that was shared. It can begin the team's own, while that is empty; nothing is ever overwritten. */
function Shared({ text, name }: { readonly text: string; readonly name: string }) {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const free = canWrite && view.goal.statement.trim() === ''
  return (
    <div className={styles.shared}>
      <p className={styles.words}>{text}</p>
      {free ? (
        <Button variant="quiet" aria-label={t('draft.useNamed', { name })} onClick={() => editGoal(doc, 'statement', text)}>
          {t('draft.use')}
        </Button>
      ) : null}
    </div>
  )
}
