import type { Language } from '../api.ts'
import type {
  AgreementLevel, BaselineStatus, FocusType, Horizon, IndicatorKind, JobRole, PdsaAct, StepStatus,
} from '../records.ts'

/** The words of everything that leaves the product as a document. A new language is one more object of this shape. */
export interface ExportWords {
  readonly horizon: Readonly<Record<Horizon, string>>
  readonly focus: Readonly<Record<FocusType, string>>
  readonly jobRole: Readonly<Record<JobRole, string>>
  readonly kind: Readonly<Record<IndicatorKind, string>>
  readonly baselineStatus: Readonly<Record<BaselineStatus, string>>
  readonly status: Readonly<Record<StepStatus, string>>
  readonly act: Readonly<Record<PdsaAct, string>>
  readonly agreementLevel: Readonly<Record<AgreementLevel, string>>
  readonly months: readonly string[]
  readonly label: Readonly<Record<Label, string>>
}

/** Every heading and column of the exports. */
export type Label =
  | 'plan' | 'session' | 'district' | 'theme' | 'focus' | 'team' | 'coach' | 'date' | 'picture' | 'voices' | 'goal' | 'students'
  | 'adults' | 'why' | 'reached' | 'theory' | 'if' | 'then' | 'soThat' | 'measures' | 'indicator' | 'kind' | 'today' | 'target'
  | 'by' | 'source' | 'toCollect' | 'success' | 'evidence' | 'everyone' | 'inclusive' | 'equitable' | 'steps' | 'step' | 'feeds'
  | 'feedsNothing' | 'due' | 'start' | 'supportFrom' | 'dependsOn' | 'handoff' | 'status' | 'ifThen' | 'growth' | 'contribution'
  | 'strength' | 'support' | 'noSteps' | 'needs' | 'risks' | 'stop' | 'checkIns' | 'day' | 'readings' | 'tests' | 'predicted'
  | 'did' | 'learned' | 'decided' | 'agreement' | 'reservation' | 'growthOnly' | 'note' | 'notes' | 'text' | 'cluster' | 'clusters'
  | 'untitled' | 'loose' | 'aside' | 'votes' | 'author' | 'round' | 'late' | 'yes' | 'horizonColumn' | 'person' | 'role' | 'plc'
  | 'plcs' | 'themes' | 'questions' | 'norms' | 'people' | 'noGoal'

const en: ExportWords = {
  horizon: { current: 'Today', ideal: 'In three years' },
  focus: { student_outcome: 'Student outcome', teacher_action: 'Teacher action' },
  jobRole: {
    technology_coach: 'Academic technology coach',
    building_leader: 'Building-level leader',
    support_specialist: 'Technology support specialist',
    trainer: 'Trainer',
    teacher: 'Teacher',
    other: 'Other role',
  },
  kind: { leading: 'Early sign', lagging: 'End result' },
  baselineStatus: { known: 'Known', to_collect: 'To collect' },
  status: { not_started: 'Not started', in_progress: 'In progress', done: 'Done', changed: 'Changed', dropped: 'Dropped' },
  act: { adopt: 'Adopt', adapt: 'Adapt', abandon: 'Abandon' },
  agreementLevel: { 5: 'All in', 4: 'Support it', 3: 'Can live with it and will help', 2: 'Not yet: something must change', 1: 'Cannot support it' },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  label: {
    plan: 'Our plan', session: 'Session', district: 'District', theme: 'Theme', focus: 'Focus', team: 'Team', coach: 'Coach', date: 'Date',
    picture: 'The picture in three years', voices: 'In our own words', goal: 'Our goal', students: 'For students',
    adults: 'What adults do', why: 'Why it matters', reached: 'Students reached', theory: 'How we think it works', if: 'If', then: 'then',
    soThat: 'so that', measures: 'How we will know', indicator: 'Measure', kind: 'Kind', today: 'Today', target: 'Target', by: 'By',
    source: 'Source', toCollect: 'to be collected by', success: 'We will see and hear', evidence: 'Evidence',
    everyone: 'Everyone included', inclusive: 'Who helps shape it', equitable: 'Who might be left out, and what we do',
    steps: 'Who does what', step: 'Step', feeds: 'Feeds', feedsNothing: 'No measure yet', due: 'Due', start: 'Start',
    supportFrom: 'With support from', dependsOn: 'After', handoff: 'Handoff', status: 'Status', ifThen: 'When in doubt',
    growth: 'I want to get better at', contribution: 'My part', strength: 'I bring', support: 'I need', noSteps: 'No step yet',
    needs: 'What we need', risks: 'What could get in the way', stop: 'What we stop', checkIns: 'We look again', day: 'Day',
    readings: 'Readings', tests: 'What we tried', predicted: 'We predicted', did: 'What happened', learned: 'What we learned',
    decided: 'We decided to', agreement: 'How fully we stand behind it', reservation: 'Reservation',
    growthOnly: 'This plan is for growth. It is not part of anyone’s evaluation.', note: 'Note', notes: 'Notes', text: 'Text',
    cluster: 'Cluster', clusters: 'Clusters', untitled: 'Without a title', loose: 'In no cluster', aside: 'Set aside', votes: 'Votes',
    author: 'Author', round: 'Round', late: 'Late', yes: 'yes', horizonColumn: 'Horizon', person: 'Person', role: 'Role', plc: 'PLC',
    plcs: 'PLCs', themes: 'Themes', questions: 'The questions', norms: 'What we agreed', people: 'Who was there', noGoal: 'No goal yet',
  },
}

const es: ExportWords = {
  horizon: { current: 'Hoy', ideal: 'En tres años' },
  focus: { student_outcome: 'Resultado para los estudiantes', teacher_action: 'Acción docente' },
  jobRole: {
    technology_coach: 'Asesor de tecnología educativa',
    building_leader: 'Líder escolar',
    support_specialist: 'Especialista de soporte técnico',
    trainer: 'Capacitador',
    teacher: 'Docente',
    other: 'Otro puesto',
  },
  kind: { leading: 'Señal temprana', lagging: 'Resultado final' },
  baselineStatus: { known: 'Conocido', to_collect: 'Por recoger' },
  status: { not_started: 'Sin empezar', in_progress: 'En curso', done: 'Hecho', changed: 'Cambiado', dropped: 'Descartado' },
  act: { adopt: 'Adoptar', adapt: 'Adaptar', abandon: 'Abandonar' },
  agreementLevel: { 5: 'De lleno', 4: 'La apoyo', 3: 'Puedo vivir con ella y ayudaré', 2: 'Todavía no: algo debe cambiar', 1: 'No puedo apoyarla' },
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  label: {
    plan: 'Nuestro plan', session: 'Sesión', district: 'Distrito', theme: 'Tema', focus: 'Enfoque', team: 'Equipo', coach: 'Coach', date: 'Fecha',
    picture: 'La imagen en tres años', voices: 'En nuestras palabras', goal: 'Nuestra meta', students: 'Para los estudiantes',
    adults: 'Lo que hacen los adultos', why: 'Por qué importa', reached: 'Estudiantes a los que llega', theory: 'Cómo creemos que funciona', if: 'Si', then: 'entonces',
    soThat: 'para que', measures: 'Cómo lo sabremos', indicator: 'Medida', kind: 'Tipo', today: 'Hoy', target: 'Meta', by: 'Para',
    source: 'Fuente', toCollect: 'por recoger antes del', success: 'Veremos y oiremos', evidence: 'Evidencia',
    everyone: 'Nadie queda fuera', inclusive: 'Quién ayuda a darle forma', equitable: 'Quién podría quedar fuera y qué hacemos',
    steps: 'Quién hace qué', step: 'Paso', feeds: 'Aporta a', feedsNothing: 'Aún sin medida', due: 'Para el', start: 'Inicio',
    supportFrom: 'Con apoyo de', dependsOn: 'Después de', handoff: 'Relevo', status: 'Estado', ifThen: 'En caso de duda',
    growth: 'Quiero mejorar en', contribution: 'Mi parte', strength: 'Aporto', support: 'Necesito', noSteps: 'Aún sin pasos',
    needs: 'Lo que necesitamos', risks: 'Lo que podría estorbar', stop: 'Lo que dejamos de hacer', checkIns: 'Volvemos a mirar', day: 'Día',
    readings: 'Mediciones', tests: 'Lo que probamos', predicted: 'Previmos', did: 'Qué pasó', learned: 'Qué aprendimos',
    decided: 'Decidimos', agreement: 'Cuánto la respaldamos', reservation: 'Reserva',
    growthOnly: 'Este plan es para crecer. No forma parte de la evaluación de nadie.', note: 'Nota', notes: 'Notas', text: 'Texto',
    cluster: 'Grupo', clusters: 'Grupos', untitled: 'Sin título', loose: 'En ningún grupo', aside: 'Apartadas', votes: 'Votos',
    author: 'Autor', round: 'Ronda', late: 'Tardía', yes: 'sí', horizonColumn: 'Horizonte', person: 'Persona', role: 'Puesto', plc: 'PLC',
    plcs: 'Equipos PLC', themes: 'Temas', questions: 'Las preguntas', norms: 'Lo que acordamos', people: 'Quiénes estuvieron', noGoal: 'Aún sin meta',
  },
}

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { en, es }

/** `2026-10-23` reads as `Oct 23, 2026` or `23 oct 2026`; an unset date reads as nothing. */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-')
  const name = EXPORT_WORDS[language].months[Number(month) - 1]
  if (year === undefined || day === undefined || name === undefined) return ''
  return language === 'en' ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`
}
