import { bestRank, rankedAs, uncovered, type Plc, type StageView, type Theme } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../parts/index.ts'
import css from './DisplayPage.module.css'
import { PageMark } from './PageMark.tsx'
import { useFittingPages } from './use-fitting-pages.ts'

/** Three rows of three. */
const PER_PAGE = 9
/** More names than this are a number. */
const MOST_NAMES = 3

interface WallProps {
  readonly stage: StageView
}

/** PLCs with their people and their theme, in turns when they are many; while they form, the themes that wait for one. */
export function PlcWall({ stage }: WallProps) {
  const { list, ...pages } = useFittingPages(stage.plcs, PER_PAGE)
  if (stage.plcs.length === 0) return <Themes stage={stage} />
  return (
    <div className={css.body}>
      {stage.step.kind === 'plcs' && <Untaken stage={stage} />}
      <ul className={css.tiles} data-plcs data-many ref={list}>
        {pages.shown.map((plc) => (
          <PlcTile key={plc.id} stage={stage} plc={plc} />
        ))}
      </ul>
      <PageMark of={pages} />
    </div>
  )
}

/** Before there is any PLC. */
function Themes({ stage }: WallProps) {
  return (
    <div className={css.body}>
      <ul className={css.tiles} data-plcs>
        {stage.themes.map(({ id, focus, title }) => (
          <li key={id} className={css.tile}>
            <FocusBadge focus={focus} />
            <p className={css.tileTitle}>{title}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Untaken({ stage }: WallProps) {
  const { t } = useTranslation('display')
  const open = uncovered(stage)
  if (open.length === 0) return null
  return (
    <div className={css.waiting}>
      <p>{t('untaken', { count: open.length })}</p>
      <ul>
        {open.map((theme) => (
          <li key={theme.id}>
            <b>{theme.title}</b> <BestRank stage={stage} theme={theme} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who comes nearest to a theme that nobody has taken. */
function BestRank({ stage, theme }: WallProps & { readonly theme: Theme }) {
  const { t, i18n } = useTranslation('display')
  const rank = bestRank(stage, theme.id)
  if (rank === null) return null
  const plcs = rankedAs(stage, theme.id, rank)
  const names = new Intl.ListFormat(i18n.language).format(plcs.map(({ name }) => name))
  const who = plcs.length <= MOST_NAMES ? names : t('plcCount', { count: plcs.length })
  return <span className={css.soft}>{t(`ranked.${rank}`, { names: who })}</span>
}

function PlcTile({ stage, plc }: WallProps & { readonly plc: Plc }) {
  const { t } = useTranslation('display')
  const theme = stage.themes.find(({ id }) => id === plc.theme)
  const names = plc.members.flatMap((id) => stage.people.find((person) => person.id === id)?.name ?? [])
  return (
    <li className={css.tile}>
      <p className={css.tileTitle}>{plc.name}</p>
      <p className={css.members}>{names.join(', ')}</p>
      {theme === undefined ? <p className={css.noTheme}>{t('noTheme')}</p> : <p className={css.plcTheme}>{theme.title}</p>}
    </li>
  )
}
