import { plcRoots, recordText, removeIndicator, saveIndicator, type Indicator, type IndicatorKind } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Button, Field, RadioCards, Select } from '../ui/index.ts'
import { indicatorHints } from './goal-checks.ts'
import { Hint } from './Hint.tsx'
import styles from './indicator.module.css'
import { PlainInput } from './PlainInput.tsx'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'

const KINDS: readonly IndicatorKind[] = ['leading', 'lagging']

/** The whole form of one measure, in the order one talks about it: what, now and how we know, where to and when. */
export function IndicatorEditor({ indicator, onDone }: { readonly indicator: Indicator; readonly onDone: () => void }) {
  const { t } = useTranslation('plc')
  const { doc, view } = useRoom()
  return (
    <div className={styles.editor}>
      <SharedField
        label={t('indicator.text')}
        example={t('indicator.textExample')}
        name={`indicator.${indicator.id}.text`}
        text={recordText(plcRoots(doc).indicators, indicator.id, 'text')}
        value={indicator.text}
      />
      <WhatKind indicator={indicator} />
      <Numbers indicator={indicator} />
      {indicatorHints(indicator, view.goal.start).map((hint) => (
        <Hint key={hint}>{t(`hint.${hint}`)}</Hint>
      ))}
      <div className={styles.acts}>
        <Button variant="quiet" onClick={() => removeIndicator(doc, indicator.id)}>
          {t('indicator.remove')}
        </Button>
        <Button onClick={onDone}>{t('indicator.done')}</Button>
      </div>
    </div>
  )
}

function WhatKind({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  return (
    <>
      <RadioCards
        label={t('indicator.kindLabel')}
        name="kind"
        columns={2}
        value={indicator.kind}
        onChange={(kind) => saveIndicator(doc, indicator.id, { kind })}
        options={KINDS.map((kind) => ({
          value: kind,
          title: t(`indicator.kind.${kind}`),
          text: t(`indicator.kindHelp.${kind}`),
        }))}
      />
      <div className={styles.grid}>
        <Field label={t('indicator.measuresLabel')}>
          <Select
            value={indicator.measures}
            onChange={(measures) => saveIndicator(doc, indicator.id, { measures })}
            options={[
              { value: 'student_outcome', label: t('indicator.measures.student_outcome') },
              { value: 'teacher_action', label: t('indicator.measures.teacher_action') },
            ]}
          />
        </Field>
        <Field label={t('indicator.unit')}>
          <PlainInput
            value={indicator.unit}
            placeholder={t('indicator.unitExample')}
            onCommit={(unit) => saveIndicator(doc, indicator.id, { unit })}
          />
        </Field>
      </div>
    </>
  )
}

function Numbers({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const save = (fields: Partial<Omit<Indicator, 'id' | 'order'>>) => saveIndicator(doc, indicator.id, fields)
  const known = indicator.baselineStatus === 'known'
  return (
    <>
      <div className={styles.grid}>
        <Field label={t('indicator.baselineStatus')}>
          <Select
            value={indicator.baselineStatus}
            onChange={(baselineStatus) => save({ baselineStatus })}
            options={[
              { value: 'known', label: t('indicator.known') },
              { value: 'to_collect', label: t('indicator.to_collect') },
            ]}
          />
        </Field>
        {known ? (
          <Field label={t('indicator.baseline')}>
            <PlainInput value={indicator.baseline} onCommit={(baseline) => save({ baseline })} />
          </Field>
        ) : null}
        <Field label={known ? t('indicator.baselineDate') : t('indicator.collectBy')}>
          <PlainInput type="date" value={indicator.baselineDate} onCommit={(baselineDate) => save({ baselineDate })} />
        </Field>
      </div>
      <SharedField
        label={known ? t('indicator.source') : t('indicator.sourceCollect')}
        example={t('indicator.sourceExample')}
        name={`indicator.${indicator.id}.baselineSource`}
        text={recordText(plcRoots(doc).indicators, indicator.id, 'baselineSource')}
        value={indicator.baselineSource}
      />
      <div className={styles.grid}>
        <Field label={t('indicator.target')}>
          <PlainInput value={indicator.target} onCommit={(target) => save({ target })} />
        </Field>
        <Field label={t('indicator.targetDate')}>
          <PlainInput type="date" value={indicator.targetDate} onCommit={(targetDate) => save({ targetDate })} />
        </Field>
      </div>
    </>
  )
}
