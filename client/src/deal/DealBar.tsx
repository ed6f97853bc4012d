import { isWorthDealing, type NoteId } from '@groundswell/shared'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useCommand, useMe, useStage } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import { CuratorsDialog } from './CuratorsDialog.tsx'
import type { Deal } from './deal-facts.ts'
import css from './Deal.module.css'
import { FlagsDialog } from './FlagsDialog.tsx'
import { useDeal } from './use-deal.ts'
import { useFlags } from './use-flags.ts'
import { useKeepHand } from './use-keep-hand.ts'

export interface DealBarProps {
  /** Brings notes into sight on the canvas; null in the list, where the hand stands first. */
  readonly onShow: ((notes: readonly NoteId[]) => void) | null
}

/** How a large group shares the board: one line above it. Small groups never see it. */
export function DealBar({ onShow }: DealBarProps) {
  const deal = useDeal()
  const facilitates = useMe().role === 'facilitator'
  useKeepHand(deal.state === 'hands' && deal.mine !== null)
  switch (deal.state) {
    case 'off':
      return facilitates ? <Offer /> : null
    case 'hands':
      return facilitates ? <HandsOut deal={deal} /> : <MyHandLine deal={deal} onShow={onShow} />
    case 'curating':
      return <Curating deal={deal} facilitates={facilitates} />
  }
}

interface LineProps {
  readonly words: ReactNode
  readonly children?: ReactNode
}

function Line({ words, children }: LineProps) {
  const { t } = useTranslation('list')
  return (
    <section className={css.bar} aria-label={t('deal.label')}>
      <p className={css.words}>{words}</p>
      {children !== undefined && <div className={css.acts}>{children}</div>}
    </section>
  )
}

function Offer() {
  const { t } = useTranslation('list')
  const stage = useStage()
  const { view } = useBoard()
  const command = useCommand()
  const [declined, setDeclined] = useState(false)
  if (declined || stage.step.kind !== 'group' || !isWorthDealing(view.loose.length, stage.room.here)) return null
  return (
    <Line words={t('deal.offer', { notes: view.loose.length, people: stage.room.here })}>
      <Button onClick={() => setDeclined(true)}>{t('deal.notNow')}</Button>
      <Button onClick={() => void command({ type: 'deal.set', state: 'hands' })}>{t('deal.start')}</Button>
    </Line>
  )
}

/** For who leads: how far it has come, and the way on. */
function HandsOut({ deal }: { readonly deal: Extract<Deal, { readonly state: 'hands' }> }) {
  const { t } = useTranslation('list')
  const command = useCommand()
  const [choosing, setChoosing] = useState(false)
  return (
    <Line words={`${t('deal.out', { count: deal.out })} · ${t('deal.pile', { count: deal.pile })}`}>
      <Button onClick={() => void command({ type: 'deal.set', state: 'off' })}>{t('deal.stop')}</Button>
      <Button onClick={() => setChoosing(true)}>{t('deal.chooseCurators')}</Button>
      {choosing && <CuratorsDialog onClose={() => setChoosing(false)} />}
    </Line>
  )
}

interface MyHandLineProps extends DealBarProps {
  readonly deal: Extract<Deal, { readonly state: 'hands' }>
}

function MyHandLine({ deal: { mine, pile }, onShow }: MyHandLineProps) {
  const { t } = useTranslation('list')
  const command = useCommand()
  const take = () => void command({ type: 'hand.take' })
  if (mine === null)
    return pile === 0 ? (
      <Line words={t('deal.noneLeft')} />
    ) : (
      <Line words={t('deal.take')}>
        <Button onClick={take}>{t('deal.takeHand')}</Button>
      </Line>
    )
  const left = mine.left.length
  return (
    <Line
      words={
        <>
          <b>{t('deal.mine', { count: mine.size })}</b> {left === 0 ? t('deal.mineDone') : t('deal.left', { count: left })}
        </>
      }
    >
      {onShow !== null && left > 0 && <Button onClick={() => onShow(mine.left.map(({ id }) => id))}>{t('deal.show')}</Button>}
      <Button onClick={() => void command({ type: 'hand.return' })}>{t('deal.giveBack')}</Button>
      {pile > 0 && <Button onClick={take}>{t('deal.next')}</Button>}
    </Line>
  )
}

interface CuratingProps {
  readonly deal: Extract<Deal, { readonly state: 'curating' }>
  readonly facilitates: boolean
}

function Curating({ deal, facilitates }: CuratingProps) {
  const { t, i18n } = useTranslation('list')
  const command = useCommand()
  const flags = useFlags()
  const [open, setOpen] = useState<'nothing' | 'curators' | 'flags'>('nothing')
  const close = () => setOpen('nothing')
  const names = new Intl.ListFormat(i18n.language).format(deal.curators)
  const flagged = deal.flags.size
  return (
    <Line words={deal.curates ? t('deal.youCurate') : t('deal.curating', { names })}>
      {facilitates && <Button onClick={() => void command({ type: 'deal.set', state: 'off' })}>{t('deal.openToAll')}</Button>}
      {facilitates && <Button onClick={() => setOpen('curators')}>{t('deal.changeCurators')}</Button>}
      <Button onClick={() => setOpen('flags')}>{flagged === 0 ? t('deal.flag') : t('deal.flagged', { count: flagged })}</Button>
      {open === 'curators' && <CuratorsDialog onClose={close} />}
      {open === 'flags' && flags !== null && <FlagsDialog flags={flags} onClose={close} />}
    </Line>
  )
}
