import { GOAL_FIELDS, keepVersion, type GoalVersion, type ItemId } from '@groundswell/shared'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay } from '../parts/index.ts'
import { newId, useSession } from '../session/index.ts'
import { Button, Dialog, useToast } from '../ui/index.ts'
import styles from './agree.module.css'
import { useRoom } from './room.ts'
import { changesOf, type Change } from './text-changes.ts'

/** The goal's versions, newest first, each with what changed since the one before. */
export function Versions() {
  const { t } = useTranslation('plc')
  const { view, canWrite } = useRoom()
  const [open, setOpen] = useState<GoalVersion | null>(null)
  const { versions } = view
  if (versions.length === 0 && !canWrite) return null
  return (
    <section className={styles.together} aria-labelledby="room-versions">
      <h3 id="room-versions">{t('versions.title')}</h3>
      {versions.length === 0 ? <p className={styles.quiet}>{t('versions.none')}</p> : null}
      <ol className={styles.versions}>
        {[...versions].reverse().map((version) => (
          <li key={version.id}>
            <VersionName version={version} />
            <Button
              variant="quiet"
              onClick={() => setOpen(version)}
              aria-label={t('versions.seeNamed', { version: versions.indexOf(version) + 1 })}
            >
              {t('versions.see')}
            </Button>
          </li>
        ))}
      </ol>
      {canWrite ? <Keep /> : null}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={t('versions.changed')}
        closeLabel={t('versions.close')}
        wide
      >
        {open === null ? null : <Changed version={open} before={versions[versions.indexOf(open) - 1] ?? null} />}
      </Dialog>
    </section>
  )
}

function VersionName({ version }: { readonly version: GoalVersion }) {
  const { t, i18n } = useTranslation('plc')
  const { view, nameOf } = useRoom()
  const origin =
    version.round === null
      ? version.by === null
        ? ''
        : t('versions.keptBy', { name: nameOf(version.by) })
      : t('versions.ofRound', { round: version.round })
  return (
    <p>
      <strong>{t('versions.number', { number: view.versions.indexOf(version) + 1 })}</strong>{' '}
      <span className={styles.quiet}>
        {formatDay(isoDay(version.at), i18n.language)}
        {origin === '' ? '' : ` · ${origin}`}
      </span>
    </p>
  )
}

function Keep() {
  const { t } = useTranslation('plc')
  const { doc, me } = useRoom()
  const { clockOffset } = useSession()
  const { show } = useToast()
  const keep = () => {
    keepVersion(doc, { id: newId<ItemId>(), at: Date.now() + clockOffset(), by: me.id })
    show(t('versions.kept'))
  }
  return (
    <div>
      <Button onClick={keep}>
        <BookmarkPlus aria-hidden size={18} /> {t('versions.keep')}
      </Button>
    </div>
  )
}

function Changed({ version, before }: { readonly version: GoalVersion; readonly before: GoalVersion | null }) {
  const { t } = useTranslation('plc')
  const rows = GOAL_FIELDS.map((field) => ({
    key: field as string,
    label: t(`goal.field.${field}.label`),
    from: before?.fields[field] ?? '',
    to: version.fields[field],
  }))
  const measures = {
    key: 'measures',
    label: t('indicator.title'),
    from: before?.measures.join('\n') ?? '',
    to: version.measures.join('\n'),
  }
  const shown = [...rows, measures].filter(({ from, to }) => (before === null ? to !== '' : from !== to))
  return (
    <div className={styles.changes}>
      <p className={styles.quiet}>{before === null ? t('versions.first') : t('versions.legend')}</p>
      {shown.length === 0 ? <p>{t('versions.same')}</p> : null}
      <dl>
        {shown.map(({ key, label, from, to }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{before === null ? to : changesOf(from, to).map((change, index) => <Part key={index} change={change} />)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** New words are underlined, old ones struck through, and both are said in words to those who listen. */
function Part({ change }: { readonly change: Change }) {
  const { t } = useTranslation('plc')
  if (change.kind === 'same') return <>{change.text}</>
  return change.kind === 'added' ? (
    <ins aria-label={t('versions.added', { text: change.text.trim() })}>{change.text}</ins>
  ) : (
    <del aria-label={t('versions.removed', { text: change.text.trim() })}>{change.text}</del>
  )
}
