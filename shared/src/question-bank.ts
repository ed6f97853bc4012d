import type { Language } from './api.ts'

/** Where in the work a question helps. */
export const QUESTION_PHASES = [
  'opening',
  'current_state',
  'ideal_three_years',
  'themes',
  'goal',
  'unify',
  'action_plan',
  'individual_plan',
  'check_in',
  'closing',
] as const
export type QuestionPhase = (typeof QUESTION_PHASES)[number]

/** A question without hidden advice, for a coach to send to a team. */
export interface BankQuestion {
  readonly id: string
  readonly phase: QuestionPhase
  readonly text: Readonly<Record<Language, string>>
}

type Pair = readonly [en: string, es: string]

const BANK: Readonly<Record<QuestionPhase, readonly Pair[]>> = {
  opening: [
    ['What would make these hours worth your time?', '¿Qué haría que estas horas valieran la pena para usted?'],
    [
      'What do you need from this group so you can be candid here?',
      '¿Qué necesita de este grupo para poder hablar con franqueza?',
    ],
    [
      'What should we agree stays in this room, and what may leave it?',
      '¿Qué acordamos que se queda en esta sala y qué puede salir de ella?',
    ],
    [
      'When have we worked well across roles before, and what made that possible?',
      '¿Cuándo hemos trabajado bien entre distintos puestos y qué lo hizo posible?',
    ],
  ],
  current_state: [
    [
      'What did you see students doing with technology in the last two weeks?',
      '¿Qué vio hacer a los estudiantes con la tecnología en las últimas dos semanas?',
    ],
    ['What is already working that we would be sorry to lose?', '¿Qué ya funciona y nos dolería perder?'],
    [
      'Where do students meet the most friction, and how do you know?',
      '¿Dónde encuentran más obstáculos los estudiantes y cómo lo sabe?',
    ],
    [
      'What does this look like from your role that the rest of us may not see?',
      '¿Cómo se ve esto desde su puesto que los demás quizá no vemos?',
    ],
    [
      "Which students would describe today's picture differently from us?",
      '¿Qué estudiantes describirían la situación de hoy de otra manera que nosotros?',
    ],
    ['What have we tried before, and what did we learn from it?', '¿Qué hemos intentado antes y qué aprendimos?'],
    ['What are we doing now that makes the problem a little worse?', '¿Qué hacemos ahora que empeora un poco el problema?'],
  ],
  ideal_three_years: [
    [
      'It is three years from now and it worked. What are students saying at dinner about school?',
      'Han pasado tres años y salió bien. ¿Qué cuentan los estudiantes de la escuela a la hora de la cena?',
    ],
    [
      'You walk into a room you do not know. What do you see, hear and feel?',
      'Usted entra en un salón que no conoce. ¿Qué ve, qué oye y qué siente?',
    ],
    ['What are teachers doing that they are not doing today?', '¿Qué hacen los maestros que hoy no hacen?'],
    ['What has disappeared because we no longer need it?', '¿Qué ha desaparecido porque ya no nos hace falta?'],
    ['What would a family notice without being told?', '¿Qué notaría una familia sin que nadie se lo dijera?'],
    [
      'If money and time were not the limit, what would you still insist on?',
      'Si el dinero y el tiempo no fueran el límite, ¿en qué seguiría insistiendo?',
    ],
    ['Which part of this dream gives you energy?', '¿Qué parte de este sueño le da energía?'],
  ],
  themes: [
    ['Which notes belong together, and what is the idea under them?', '¿Qué notas van juntas y cuál es la idea que las une?'],
    ['What name would a teacher who was not here understand?', '¿Qué nombre entendería un maestro que no estuvo aquí?'],
    [
      'Is this something students will experience, or something adults will do? Could it be written as both?',
      '¿Es algo que vivirán los estudiantes o algo que harán los adultos? ¿Podría escribirse de las dos formas?',
    ],
    [
      'Which note does not fit anywhere, and what might it be telling us?',
      '¿Qué nota no encaja en ninguna parte y qué nos podría estar diciendo?',
    ],
    ['Whose voice is missing from this cluster?', '¿De quién es la voz que falta en este grupo?'],
    ['Which three, if they moved, would move the others?', '¿Cuáles tres, si avanzaran, harían avanzar a los demás?'],
    [
      'What are we choosing not to work on, and who will hold it?',
      '¿En qué decidimos no trabajar y quién se hará cargo de ello?',
    ],
  ],
  goal: [
    [
      'What will be different for students, in words a student would use?',
      '¿Qué será diferente para los estudiantes, dicho con palabras de un estudiante?',
    ],
    ['Where are we today, and what is the evidence?', '¿Dónde estamos hoy y qué evidencia tenemos?'],
    [
      'How would we know by the end of the year? How would we have a hint by the end of next month?',
      '¿Cómo lo sabríamos al final del año? ¿Qué indicio tendríamos al final del próximo mes?',
    ],
    [
      'Which adult actions would have to change for that to happen?',
      '¿Qué tendrían que hacer distinto los adultos para que eso ocurra?',
    ],
    [
      'Say it as a sentence: if we..., then..., so that... Which part are you least sure of?',
      'Dígalo en una frase: si nosotros..., entonces..., para que... ¿De qué parte está menos seguro?',
    ],
    [
      'Is it big enough to matter and small enough to start?',
      '¿Es lo bastante grande para importar y lo bastante pequeña para empezar?',
    ],
    ['Who might this goal leave out, and what would bring them in?', '¿A quién podría dejar fuera esta meta y qué lo incluiría?'],
    ['What in this goal do you personally care about?', '¿Qué de esta meta le importa a usted en lo personal?'],
  ],
  unify: [
    [
      'On a scale of one to five, how fully can you stand behind this? What would raise it by one?',
      'Del uno al cinco, ¿cuánto puede respaldar esto? ¿Qué lo subiría un punto?',
    ],
    ['What would each role lose or gain if we reached it?', '¿Qué perdería o ganaría cada puesto si la alcanzáramos?'],
    ['Which word in the goal would you change?', '¿Qué palabra de la meta cambiaría usted?'],
    ['What can you live with, and what can you not?', '¿Con qué puede vivir y con qué no?'],
    [
      'If this goal fails, what will most likely have been the reason?',
      'Si esta meta fracasa, ¿cuál habrá sido la causa más probable?',
    ],
    [
      'Can each of you say the goal from memory, in your own words?',
      '¿Puede cada quien decir la meta de memoria, con sus propias palabras?',
    ],
  ],
  action_plan: [
    [
      'What is the smallest first step that would teach us something?',
      '¿Cuál es el primer paso más pequeño que nos enseñaría algo?',
    ],
    [
      'Which step has to happen first so that the others can?',
      '¿Qué paso tiene que darse primero para que los demás sean posibles?',
    ],
    ['What will you stop or pause to make room?', '¿Qué va a dejar o pausar para hacer lugar?'],
    [
      'Where do two of our roles have to hand something to each other?',
      '¿Dónde tienen que pasarse algo dos de nuestros puestos?',
    ],
    ['What will we be able to show at day 30?', '¿Qué podremos mostrar en el día 30?'],
    ['What could get in the way, and what will you do if it does?', '¿Qué podría estorbar y qué hará si sucede?'],
    ['Who outside this group needs to know or to say yes?', '¿Quién fuera de este grupo necesita saberlo o dar el sí?'],
  ],
  individual_plan: [
    ['Which part of this goal is yours to carry?', '¿Qué parte de esta meta le toca llevar a usted?'],
    ['What do you want to get better at while you do it?', '¿En qué quiere mejorar mientras lo hace?'],
    ['What strength do you bring that this group can count on?', '¿Qué fortaleza aporta con la que este grupo puede contar?'],
    ['When and where exactly will you take the first step?', '¿Cuándo y dónde exactamente dará el primer paso?'],
    ['What support do you want, from whom, and have you asked?', '¿Qué apoyo quiere, de quién, y ya lo pidió?'],
    [
      'How likely are you to do this in the next two weeks, one to ten? What would make it one higher?',
      '¿Qué tan probable es que lo haga en las próximas dos semanas, del uno al diez? ¿Qué lo subiría un punto?',
    ],
    ['What evidence would you be proud to bring back?', '¿Qué evidencia le daría orgullo traer de vuelta?'],
  ],
  check_in: [
    ['What did you try, and what happened that you did not expect?', '¿Qué probó y qué pasó que no esperaba?'],
    [
      'What did students do or say that tells you it is working, or not?',
      '¿Qué hicieron o dijeron los estudiantes que le indica que funciona, o que no?',
    ],
    ['How does this compare with what you predicted?', '¿Cómo se compara con lo que había previsto?'],
    ['What will you keep, change or stop?', '¿Qué va a mantener, cambiar o dejar?'],
    [
      'Is it the plan that needs changing, or the conditions around it?',
      '¿Es el plan lo que debe cambiar o las condiciones que lo rodean?',
    ],
    ["What do you need from someone else's role right now?", '¿Qué necesita en este momento de otro puesto?'],
    ['What have you learned about your own practice?', '¿Qué ha aprendido sobre su propia práctica?'],
  ],
  closing: [
    ['What became clearer to you today?', '¿Qué le quedó más claro hoy?'],
    ['What helped your thinking in this conversation?', '¿Qué le ayudó a pensar en esta conversación?'],
    ['What will you do first, and who will you tell?', '¿Qué hará primero y a quién se lo contará?'],
    ['What should I ask you next time?', '¿Qué debería preguntarle la próxima vez?'],
  ],
}

const inOrder = QUESTION_PHASES.flatMap((phase) => BANK[phase].map(([en, es]) => ({ phase, text: { en, es } })))

/** 64 questions in the order of the work, with stable ids (`q01` to `q64`). */
export const QUESTION_BANK: readonly BankQuestion[] = inOrder.map((question, index) => ({
  id: `q${String(index + 1).padStart(2, '0')}`,
  ...question,
}))
