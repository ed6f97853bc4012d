import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import styles from './chrome.module.css'

/** A zone's title stays while at least this much of the zone, in px, is in view. */
const LEAST = 140

/** The titles of the two sides, at the top edge wherever one has scrolled to. */
export function ZoneTitles() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const { words } = useRuntime()
  const year = useValue('year', () => words.get().year, [words])
  const seen = useValue(
    'zones',
    () => {
      const { x, z } = editor.getCamera()
      const { w } = editor.getViewportScreenBounds()
      return `${x * z > LEAST ? 'today' : ''} ${w - x * z > LEAST ? 'ideal' : ''}`
    },
    [editor],
  )
  return (
    <>
      <h2 className={styles.zone} data-side="today" data-seen={seen.includes('today')}>
        <Title text={t('zone.today')} />
      </h2>
      <h2 className={styles.zone} data-side="ideal" data-seen={seen.includes('ideal')}>
        <Title text={t('zone.ideal', { year })} />
      </h2>
    </>
  )
}

/** "2029 · our ideal in three years": on a narrow screen the first part stands alone. */
function Title({ text }: { readonly text: string }) {
  const [short, ...rest] = text.split(' · ')
  return (
    <>
      {short}
      <span>{rest.map((part) => ` · ${part}`).join('')}</span>
    </>
  )
}
