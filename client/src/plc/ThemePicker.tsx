import { useTranslation } from 'react-i18next'
import { useCommand } from '../session/index.ts'
import { FocusBadge } from '../parts/index.ts'
import { Button } from '../ui/index.ts'
import { useRoom } from './room.ts'
import styles from './source.module.css'

/** The session's themes to choose from, while this PLC has none. Says who else has taken each. */
export function ThemePicker() {
  const { t } = useTranslation('plc')
  const { stage, plc } = useRoom()
  const send = useCommand()
  return (
    <ul className={styles.picker}>
      {stage.themes.map((theme) => {
        const taken = stage.plcs.filter((other) => other.theme === theme.id && other.id !== plc.id).map((other) => other.name)
        return (
          <li key={theme.id}>
            <FocusBadge focus={theme.focus} />
            <strong>{theme.title}</strong>
            {taken.length > 0 ? <span className={styles.facts}>{t('source.taken', { plc: taken.join(', ') })}</span> : null}
            <Button onClick={() => void send({ type: 'plc.theme', plc: plc.id, theme: theme.id })}>{t('source.choose')}</Button>
          </li>
        )
      })}
    </ul>
  )
}
