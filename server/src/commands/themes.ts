import { LIMITS, type StepKind, type Theme, type ThemeId } from '@groundswell/shared'
import { stepOf } from '../session/facts.ts'
import { facilitatorsOnly, notInThisStep, refuse } from '../session/fault.ts'
import { done, withFacts, type Handlers, type Scene } from './scene.ts'

/** Before notes are grouped there is nothing that a theme could stand on. */
const TOO_EARLY: ReadonlySet<StepKind> = new Set(['welcome', 'write', 'together'])

const noSuchTheme = refuse('not_found', 'There is no such theme.')

const find = ({ session }: Scene, id: ThemeId): Theme | undefined => session.facts.themes.find((theme) => theme.id === id)

export const themeCommands: Handlers<'theme.mark' | 'theme.edit' | 'theme.unmark' | 'cluster.home'> = {
  'theme.mark': (scene, { theme, cluster, title, focus }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { facts } = scene.session
    if (TOO_EARLY.has(stepOf(facts).kind)) return notInThisStep
    const before = find(scene, theme)
    if (before !== undefined)
      return before.cluster === cluster ? done('theme.mark') : refuse('conflict', 'This theme stands on another cluster.')
    if (!scene.board.clusters.has(cluster)) return refuse('not_found', 'There is no such cluster.')
    if (facts.themes.some((other) => other.cluster === cluster)) return refuse('conflict', 'This cluster is a theme already.')
    if (facts.themes.length >= LIMITS.themes)
      return refuse('conflict', `There are ${LIMITS.themes} themes already; take one back first.`)
    const order = Math.max(0, ...facts.themes.map((other) => other.order)) + 1
    const marked: Theme = { id: theme, cluster, title, focus, studentOutcome: '', teacherAction: '', order }
    return done('theme.mark', { facts: withFacts(scene, { themes: [...facts.themes, marked] }) })
  },

  'cluster.home': (scene, { cluster, text }) => {
    if (!scene.facilitates) return facilitatorsOnly
    if (!scene.board.clusters.has(cluster)) return refuse('not_found', 'There is no such cluster.')
    const others = scene.session.facts.homes.filter((home) => home.cluster !== cluster)
    return done('cluster.home', { facts: withFacts(scene, { homes: text === '' ? others : [...others, { cluster, text }] }) })
  },

  'theme.edit': (scene, { theme, type: _type, ...changes }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const before = find(scene, theme)
    if (before === undefined) return noSuchTheme
    const after: Theme = { ...before, ...changes }
    return done('theme.edit', {
      facts: withFacts(scene, { themes: scene.session.facts.themes.map((old) => (old === before ? after : old)) }),
    })
  },

  'theme.unmark': (scene, { theme }) => {
    if (!scene.facilitates) return facilitatorsOnly
    const { themes, plcs } = scene.session.facts
    if (find(scene, theme) === undefined) return done('theme.unmark')
    if (plcs.some((plc) => plc.theme === theme))
      return refuse('conflict', 'A PLC works on this theme; let it take another one first.')
    return done('theme.unmark', { facts: withFacts(scene, { themes: themes.filter((other) => other.id !== theme) }) })
  },
}
