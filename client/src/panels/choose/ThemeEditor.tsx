import { LIMITS, type ClusterView, type Command, type FocusType, type Theme, type ThemeId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCommand, useStage } from '../../session/index.ts'
import { Banner, Button, Dialog, Field, RadioCards, TextArea, TextInput } from '../../ui/index.ts'

export type ThemeDraft =
  | { readonly kind: 'new'; readonly cluster: Pick<ClusterView, 'id' | 'title' | 'focus'> }
  | { readonly kind: 'edit'; readonly theme: Theme }

interface Words {
  readonly title: string
  readonly focus: FocusType | null
  readonly studentOutcome: string
  readonly teacherAction: string
}

const startFrom = (draft: ThemeDraft): Words =>
  draft.kind === 'edit'
    ? draft.theme
    : { title: draft.cluster.title, focus: draft.cluster.focus, studentOutcome: '', teacherAction: '' }

/** What to send, in order: a new theme is marked first and gets its statements after. */
export function themeCommands(draft: ThemeDraft, words: Words, id: ThemeId): readonly Command[] {
  const { title, focus, studentOutcome, teacherAction } = words
  if (focus === null) return []
  if (draft.kind === 'edit') return [{ type: 'theme.edit', theme: draft.theme.id, title, focus, studentOutcome, teacherAction }]
  const mark: Command = { type: 'theme.mark', theme: id, cluster: draft.cluster.id, title, focus }
  return studentOutcome === '' && teacherAction === ''
    ? [mark]
    : [mark, { type: 'theme.edit', theme: id, studentOutcome, teacherAction }]
}

/** Another facilitator has made this cluster a theme while this form was open; null while nobody has. */
function useRival(draft: ThemeDraft, own: ThemeId): Theme | null {
  const { themes } = useStage()
  if (draft.kind === 'edit') return null
  return themes.find(({ cluster, id }) => cluster === draft.cluster.id && id !== own) ?? null
}

/** Makes a cluster a theme, or changes a theme's words. */
export function ThemeEditor({ draft, onClose }: { readonly draft: ThemeDraft; readonly onClose: () => void }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const [words, setWords] = useState<Words>(() => startFrom(draft))
  const [busy, setBusy] = useState(false)
  // One id for all tries: sent twice, the theme is marked once.
  const [id] = useState(() => newId<ThemeId>())
  const rival = useRival(draft, id)
  const complete = words.title.trim() !== '' && words.focus !== null
  const save = async () => {
    setBusy(true)
    const target: ThemeDraft = rival === null ? draft : { kind: 'edit', theme: rival }
    for (const next of themeCommands(target, { ...words, title: words.title.trim() }, id)) {
      if (!(await command(next))) return setBusy(false)
    }
    onClose()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('choose.cancel')}</Button>
      <Button variant="primary" busy={busy} disabled={!complete} onClick={() => void save()}>
        {t(rival === null ? 'choose.save' : 'choose.rivalSave')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t(draft.kind === 'new' ? 'choose.editorTitle' : 'choose.editorEdit')} actions={actions}>
      {rival === null ? null : (
        <Banner tone="warn">{t('choose.rival', { theme: rival.title, interpolation: { escapeValue: false } })}</Banner>
      )}
      <Field label={t('choose.fieldTitle')}>
        <TextInput value={words.title} maxLength={LIMITS.title} onChange={(title) => setWords({ ...words, title })} />
      </Field>
      <RadioCards<FocusType>
        label={t('choose.fieldFocus')}
        name="theme-focus"
        columns={2}
        value={words.focus}
        onChange={(focus) => setWords({ ...words, focus })}
        options={[
          { value: 'student_outcome', title: t('focus.student_outcome'), text: t('choose.focusStudent') },
          { value: 'teacher_action', title: t('focus.teacher_action'), text: t('choose.focusTeacher') },
        ]}
      />
      <Field label={t('choose.fieldOutcome')} help={t('choose.fieldOutcomeHelp')}>
        <TextArea
          value={words.studentOutcome}
          maxLength={LIMITS.note}
          onChange={(studentOutcome) => setWords({ ...words, studentOutcome })}
        />
      </Field>
      <Field label={t('choose.fieldAction')}>
        <TextArea
          value={words.teacherAction}
          maxLength={LIMITS.note}
          onChange={(teacherAction) => setWords({ ...words, teacherAction })}
        />
      </Field>
    </Dialog>
  )
}
