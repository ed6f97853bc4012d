import { rankedAs, RANKS, type StageView, type ThemeId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../parts/index.ts'
import css from './DisplayPage.module.css'

/** Themes with who took them and who ranked them how; then PLCs that have none yet. */
export function PlcWall({ stage }: { readonly stage: StageView }) {
  const { t } = useTranslation('display')
  const without = stage.plcs.filter((plc) => !stage.themes.some((theme) => theme.id === plc.theme))
  const names = (members: readonly string[]) =>
    members
      .map((id) => stage.people.find((person) => person.id === id)?.name)
      .filter(Boolean)
      .join(', ')
  return (
    <div className={css.body}>
      <ul className={css.tiles} data-plcs>
        {stage.themes.map((theme) => {
          const takers = stage.plcs.filter((plc) => plc.theme === theme.id)
          return (
            <li key={theme.id} className={css.tile}>
              <FocusBadge focus={theme.focus} />
              <p className={css.tileTitle}>{theme.title}</p>
              {takers.length === 0 && <p className={css.untaken}>{t('untaken')}</p>}
              {takers.map((plc) => (
                <p key={plc.id}>
                  <b>{plc.name}</b> <span className={css.soft}>{names(plc.members)}</span>
                </p>
              ))}
              <Ranks stage={stage} theme={theme.id} />
            </li>
          )
        })}
        {without.map((plc) => (
          <li key={plc.id} className={css.tile}>
            <p className={css.tileTitle}>{plc.name}</p>
            <p className={css.soft}>{names(plc.members)}</p>
            <p className={css.untaken}>{t('noTheme')}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Ranks({ stage, theme }: { readonly stage: StageView; readonly theme: ThemeId }) {
  const { t, i18n } = useTranslation('display')
  return RANKS.map((rank) => {
    const plcs = rankedAs(stage, theme, rank)
    if (plcs.length === 0) return null
    const names = new Intl.ListFormat(i18n.language).format(plcs.map(({ name }) => name))
    return (
      <p key={rank} className={css.soft}>
        {t(`ranked.${rank}`, { names })}
      </p>
    )
  })
}
