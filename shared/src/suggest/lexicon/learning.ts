import type { Area } from './shape.ts'

/** What students do and how it is judged. */
export const LEARNING: readonly Area[] = [
  {
    id: 'making',
    en: 'Students make and share work',
    es: 'Los estudiantes crean y comparten',
    concepts: [
      ['create', 'Students create', 'Los estudiantes crean', 'creat*, making things, make something, make things, built, build something, invent*, student-made, kids make, students make, design challenge*, design thinking, makerspace*, maker', 'crear, crean, creaci*, inventa*, construy*, hacen cosas, diseñan, disena*'],
      ['media', 'Media tools', 'Herramientas de medios', 'video*, podcast*, audio, film*, animation*, 3d print*, 3d, coding, code, robot*, microphone*, green screen, photograph*', 'vídeo*, video*, pódcast*, grabar, grabaci*, robótic*, programaci*, impresora 3d, micrófono*'],
      ['audience', 'A real audience', 'Un público real', 'audience*, showcase*, exhibition*, publish*, present to, display* of, gallery walk, presentation*, authentic', 'público, exposici*, exhibici*, muestra de, presentaci*, auténtic*'],
      ['projects', 'Projects', 'Proyectos', 'project*, pbl, inquiry, capstone*, real world, real problem*, performance task*, hands on', 'proyecto*, indagaci*, mundo real, problemas reales, práctic* manual*'],
      ['worksheets', 'Worksheets and drill', 'Hojas de ejercicios', 'worksheet*, packet*, pdf*, fill in the blank, quiz app*, practice app*, drill*, busy work, busywork, passive, consum*, screen time, screens', 'hoja* de trabajo, hojas de ejercicios, fotocopia*, cuadernillo*, pantallas, pasiv*'],
    ],
  },
  {
    id: 'agency',
    en: 'Students own their learning',
    es: 'Los estudiantes dirigen su aprendizaje',
    concepts: [
      ['goals', 'Students set goals', 'Metas de los estudiantes', 'goal setting, set goals, their goals, my goals, learning goal*, learning target*, success criteria, what is next, next step*, trying to get better, where they are, i can statement*, own learning, own their, ~goal*', 'metas, su meta, sus metas, objetivo* de aprendizaje, criterios de éxito, próximo paso, siguiente paso, su propio aprendizaje'],
      ['choice', 'Choice and voice', 'Elección y voz', 'choice*, choose how, student voice, pick the, agency, ownership, ask students, asks students, student council, students lead, student led, student-led, kids lead, self paced, personali*', 'elegir, eligen, elección, voz de los estudiantes, voz estudiantil, autonom*, dirigen, lideran, personaliza*'],
      ['reflect', 'Reflection and portfolios', 'Reflexión y portafolios', 'portfolio*, reflect*, self assess*, self-assess*, metacogni*, explain their thinking, track their own', 'portafolio*, reflexi*, autoevalua*, metacogni*'],
      ['conferences', 'Student-led conferences', 'Conferencias con estudiantes', 'conferences, conference, conferring, goal conference*, student led conference*', 'conferencia* con estudiantes, conferencias de metas, conferencias'],
    ],
  },
  {
    id: 'assessment',
    en: 'Feedback and assessment',
    es: 'Retroalimentación y evaluación',
    concepts: [
      ['feedback', 'Feedback', 'Retroalimentación', 'feedback, comment*, critique*, revise, revision*, redo, resubmi*, weeks later, in time to use', 'retroaliment*, comentario*, corregir, correcci*, devoluci*, revisar su trabajo'],
      ['grading', 'Grading', 'Calificaciones', 'grading, grade book, gradebook, grade it, graded, graded work, regrade, zeros, zero policy, report card*, rubric*, standards based, score*, points, gpa, late work, averag*, d or f, ds and fs, failing', 'calificaci*, calificar, nota final, rúbrica*, boleta*, puntaje*, promedio*, reprob*'],
      ['tests', 'Testing', 'Pruebas', 'test, tests, testing, benchmark*, exam*, quiz*, state assessment*, assessment*, assess, staar, sbac, nwea, iready, screener*, exit ticket*, formative, summative, common assessment*, cfa, cfas', 'prueba*, examen, exámenes, evaluaci*, formativ*, sumativ*, diagnóstic*'],
      ['data', 'Using data', 'Uso de datos', 'data, dashboard*, spreadsheet*, results, data meeting*, data team*, data wall, progress monitor*, evidence of learning, student work, look at work', 'datos, resultados, tablero de datos, monitore*, evidencia*, trabajo de los estudiantes'],
      ['mastery', 'Mastery', 'Dominio', 'mastery, proficien*, competenc*, retake*, reassess*, standards mastery, second chance*, show what they know', 'dominio, competencia*, segunda oportunidad, demostrar lo que saben'],
    ],
  },
  {
    id: 'thinking',
    en: 'Thinking, talk and engagement',
    es: 'Pensamiento, diálogo y participación',
    concepts: [
      ['talk', 'Student talk', 'Diálogo entre estudiantes', 'discourse, discussion*, student talk, talk moves, turn and talk, socratic, accountable talk, teacher talk*, lecture*, teacher does all, students talking, academic conversation*, debate*, sentence stem*, sentence starter*', 'diálogo*, discusi*, conversaciones académicas, debat*, participan hablando'],
      ['rigor', 'Rigor and deep thinking', 'Rigor y pensamiento', 'rigor*, higher order, critical thinking, depth of knowledge, dok, deep*, thinking, productive struggle, challeng*, grade level task*, grade-level work, questioning, low level', 'rigor*, pensamiento crítico, pensar, profund*, desafí*, reto*, preguntas abiertas'],
      ['engagement', 'Engagement', 'Interés y motivación', 'engag*, motivat*, curio*, bored, boring, complian*, interest*, excited, joy*, checked out, apath*, heads down, sit and get', 'motiva*, curios*, aburr*, interés, entusias*, alegr*, participa*, desinter*'],
      ['groupwork', 'Collaboration among students', 'Trabajo en equipo de estudiantes', 'group work, groupwork, work together, partner work, peer tutor*, cooperative, collaborative learning, students collaborat*', 'trabajo en equipo, trabajan juntos, cooperativ*, colaborativ*, tutoría entre pares'],
    ],
  },
  {
    id: 'support',
    en: 'Small groups and intervention',
    es: 'Grupos pequeños e intervención',
    concepts: [
      ['smallgroup', 'Small-group instruction', 'Instrucción en grupos pequeños', 'small group*, small-group*, guided group*, stations, centers, center rotation*, rotation*, workshop model, pull out, push in, differentiat*, flexible group*, teacher table, whole group, whole class lecture, one pace', 'grupo* pequeño*, grupos chicos, estaciones, centros de, rotaci*, diferencia*, todo el grupo, mismo ritmo'],
      ['intervention', 'Intervention', 'Intervención', 'intervention*, mtss, rti, tier 1, tier 2, tier 3, tier two, tiers, win time, win block, what i need, tutor*, catch up, behind grade, below grade level, gaps, acceler*, remediat*, interventionist*, extra help, small dose, high dosage', 'intervenci*, tutor*, nivelaci*, rezag*, refuerzo, apoyo adicional, atrasad*, recupera*'],
      ['advanced', 'Advanced learners', 'Estudiantes avanzados', 'gifted, advanced learner*, gt, enrichment, extension*, already know, finish early, high flyer*', 'dotados, avanzad*, enriquecimiento, terminan antes'],
    ],
  },
]
