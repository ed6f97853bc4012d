import { useTranslation } from 'react-i18next'
import { DefaultColorStyle, useEditor, useValue } from 'tldraw'
import { isBoardShape } from '../engine/records.ts'
import styles from './chrome.module.css'

const COLOURS = ['black', 'blue', 'green', 'red', 'violet'] as const
const DRAWING: ReadonlySet<string> = new Set(['draw', 'arrow', 'text'])

/** Colours of drawings, while one is being made or chosen. */
export function InkColours() {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const shown = useValue(
    'ink',
    () => {
      const chosen = editor.getSelectedShapes()
      return DRAWING.has(editor.getCurrentToolId()) || (chosen.length > 0 && chosen.every((shape) => !isBoardShape(shape)))
    },
    [editor],
  )
  const colour = useValue(
    'colour',
    () => editor.getSharedStyles().getAsKnownValue(DefaultColorStyle) ?? editor.getStyleForNextShape(DefaultColorStyle),
    [editor],
  )
  if (!shown) return null
  const choose = (next: (typeof COLOURS)[number]) => {
    editor.setStyleForNextShapes(DefaultColorStyle, next)
    editor.setStyleForSelectedShapes(DefaultColorStyle, next)
  }
  return (
    <div className={styles.bar} role="group" aria-label={t('ink.label')}>
      {COLOURS.map((next) => (
        <button
          key={next}
          type="button"
          className={styles.colour}
          data-colour={next}
          aria-pressed={colour === next}
          aria-label={t(`ink.${next}`)}
          title={t(`ink.${next}`)}
          onClick={() => choose(next)}
        />
      ))}
    </div>
  )
}
