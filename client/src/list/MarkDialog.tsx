import { LIMITS, type ClusterView, type FocusType, type ThemeId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCommand, useStage } from '../session/index.ts'
import { Button, Dialog, Field, RadioCards, TextInput } from '../ui/index.ts'

/** Makes a cluster one of the three themes, from the list. */
export function MarkDialog({ cluster, onClose }: { readonly cluster: ClusterView; readonly onClose: () => void }) {
  const { t } = useTranslation(['list', 'steps'])
  const { themes } = useStage()
  const command = useCommand()
  const [title, setTitle] = useState(cluster.title)
  const [focus, setFocus] = useState<FocusType | null>(cluster.focus)
  const rival = themes.find((theme) => theme.cluster === cluster.id)
  const full = themes.length >= LIMITS.themes
  const save = async () => {
    if (focus === null) return
    const done = await command({ type: 'theme.mark', theme: newId<ThemeId>(), cluster: cluster.id, title: title.trim(), focus })
    if (done) onClose()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('list:cancel')}</Button>
      {!full && rival === undefined && (
        <Button variant="primary" disabled={focus === null || title.trim() === ''} onClick={() => void save()}>
          {t('list:mark.save')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('list:mark.title')} actions={actions}>
      {rival === undefined ? null : <p role="status">{t('list:mark.rival', { theme: rival.title })}</p>}
      {rival !== undefined ? null : full ? (
        <p>{t('list:mark.full')}</p>
      ) : (
        <>
          <Field label={t('list:mark.name')}>
            <TextInput value={title} maxLength={LIMITS.title} onChange={setTitle} />
          </Field>
          <RadioCards<FocusType>
            label={t('list:mark.text', { title: title || cluster.title })}
            name="mark-focus"
            value={focus}
            onChange={setFocus}
            options={[
              { value: 'student_outcome', title: t('steps:focus.student_outcome'), text: t('steps:choose.focusStudent') },
              { value: 'teacher_action', title: t('steps:focus.teacher_action'), text: t('steps:choose.focusTeacher') },
            ]}
          />
        </>
      )}
    </Dialog>
  )
}
