import { isId } from '../ids.ts'
import { isDate } from '../read.ts'
import type { BoardView, ClusterView } from '../selectors/board.ts'
import type { PlcView } from '../selectors/plc.ts'

type Faults = readonly string[]

const when = (bad: boolean, fault: string): Faults => (bad ? [fault] : [])

const faultsOfCluster = (cluster: ClusterView, view: BoardView): Faults => [
  ...when(!isId(cluster.id), `${cluster.id} is no id`),
  ...when(view.merged.has(cluster.id), `${cluster.id} is shown and merged away`),
  ...when(cluster.notes.length === 0 && cluster.title === '', `${cluster.id} has nothing to show`),
  ...when(cluster.current + cluster.ideal !== cluster.notes.length, `${cluster.id} counts wrong`),
  ...when(!Object.values(cluster.rect).every(Number.isFinite), `${cluster.id} lies nowhere`),
  ...cluster.notes.flatMap((note) =>
    when(view.notes.get(note.id) !== note || note.place[0] !== cluster.id, `${note.id} is not of ${cluster.id}`),
  ),
]

/** What is wrong with a board's view; nothing, for any document (SPEC S1). For tests. */
export function faultsOfBoard(view: BoardView): Faults {
  const inClusters = [...view.clusters.values()].flatMap((cluster) => cluster.notes)
  const shown = [...inClusters, ...view.loose, ...view.aside].map((note) => note.id)
  const visible = [...inClusters, ...view.loose]
  return [
    ...when(shown.length !== view.notes.size || new Set(shown).size !== shown.length, 'a note is shown twice or not at all'),
    ...when(view.at.size !== visible.length, 'a visible note has no place, or a hidden one has'),
    ...visible.flatMap(({ id }) =>
      when(!Number.isFinite(view.at.get(id)?.x) || !Number.isFinite(view.at.get(id)?.y), `${id} lies nowhere`),
    ),
    ...view.loose.flatMap((note) => when(note.place[0] !== null, `${note.id} is loose in a cluster`)),
    ...[...view.clusters.values()].flatMap((cluster) => faultsOfCluster(cluster, view)),
  ]
}

/** What is wrong with a PLC's view; nothing, for any document (SPEC S1). For tests. */
export function faultsOfPlc({ goal, steps, readings, checkIns, agreement }: PlcView): Faults {
  const indicators = new Set<string | null>([null, ...goal.indicators.map((indicator) => indicator.id)])
  const ids = new Set(steps.map((step) => step.id))
  const dates = [goal.start, goal.end, ...steps.flatMap((step) => [step.start, step.due]), ...checkIns.map((entry) => entry.date)]
  return [
    ...steps.flatMap((step) => when(!indicators.has(step.indicator), `${step.id} feeds what is gone`)),
    ...steps.flatMap((step) =>
      when(
        step.dependsOn.some((id) => !ids.has(id) || id === step.id),
        `${step.id} waits for what is gone`,
      ),
    ),
    ...readings.flatMap((reading) => when(!indicators.has(reading.indicator), `${reading.id} measures what is gone`)),
    ...dates.flatMap((date) => when(date !== '' && !isDate(date), `${date} is no date`)),
    ...agreement.flatMap((entry) => when(![1, 2, 3, 4, 5].includes(entry.level), `${entry.person} agrees at no level`)),
  ]
}
