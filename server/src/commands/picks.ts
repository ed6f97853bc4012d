import { askState, toAsk, type PlcId, type ThemeAsk, type ThemeId } from '@groundswell/shared'
import { facilitatorsOnly, refuse } from '../session/fault.ts'
import { findPlc, mayChange, noSuchPlc, replacePlc } from './plcs.ts'
import { done, withFacts, withRoom, type Handlers, type Scene } from './scene.ts'

const knows = ({ session }: Scene, theme: ThemeId): boolean => session.facts.themes.some(({ id }) => id === theme)
const asksOf = ({ session }: Scene): readonly ThemeAsk[] => session.facts.room.asks

const answered = (scene: Scene, plc: PlcId, theme: ThemeId, answer: ThemeAsk['answer']): readonly ThemeAsk[] =>
  asksOf(scene).map((ask) => (ask.plc === plc && ask.theme === theme ? { ...ask, answer } : ask))

export const pickCommands: Handlers<'plc.rank' | 'theme.ask' | 'plc.answer'> = {
  'plc.rank': (scene, { plc: id, order }) => {
    const plc = findPlc(scene, id)
    if (plc === undefined) return noSuchPlc
    const refused = mayChange(scene, plc)
    if (refused !== null) return refused
    const others = scene.session.facts.room.rankings.filter((ranking) => ranking.plc !== id)
    // A theme that was taken back meanwhile is no reason to refuse the order of the others.
    const known = [...new Set(order)].filter((theme) => knows(scene, theme))
    const rankings = known.length === 0 ? others : [...others, { plc: id, order: known }]
    return done('plc.rank', { facts: withRoom(scene, { rankings }) })
  },

  'theme.ask': (scene, { theme }) => {
    if (!scene.facilitates) return facilitatorsOnly
    if (!knows(scene, theme)) return refuse('not_found', 'There is no such theme.')
    const asked = toAsk(scene.session.facts, theme)
    if (asked.length === 0) return refuse('conflict', 'There is no PLC to ask about this theme.')
    const others = asksOf(scene).filter((ask) => ask.theme !== theme || !asked.some(({ id }) => id === ask.plc))
    const open = asked.map(({ id }): ThemeAsk => ({ theme, plc: id, answer: 'open' }))
    return done('theme.ask', { facts: withRoom(scene, { asks: [...others, ...open] }) })
  },

  'plc.answer': (scene, { plc: id, theme, takes }) => {
    const plc = findPlc(scene, id)
    const ask = asksOf(scene).find((other) => other.plc === id && other.theme === theme)
    if (plc === undefined || ask === undefined) return refuse('not_found', 'This PLC was not asked about this theme.')
    const refused = mayChange(scene, plc)
    if (refused !== null) return refused
    const state = askState(scene.session.facts, ask)
    if (state === null || (state === 'took' && !takes)) return refuse('conflict', 'This question does not stand any more.')
    const room = { ...scene.session.facts.room, asks: answered(scene, id, theme, takes ? 'takes' : 'stays') }
    const plcs = takes ? replacePlc(scene, { ...plc, theme }) : scene.session.facts.plcs
    return done('plc.answer', { facts: withFacts(scene, { room, plcs }) })
  },
}
