import type { Area } from './shape.ts'

/** How the adults work, learn and lead. */
export const ADULTS: readonly Area[] = [
  {
    id: 'coaching',
    en: 'Coaching and peer visits',
    es: 'Acompañamiento y visitas entre colegas',
    concepts: [
      ['coach', 'Coaching', 'Acompañamiento', 'coach, coaches, coached, coaching, coaching cycle*, instructional coach*, model lesson*, side by side, coach me', 'coach*, asesor*, acompañamiento, acompaña*, ciclo de coaching, tutoría docente'],
      ['peervisit', 'Peer visits', 'Visitas entre colegas', 'peer visit*, peer observ*, observe each other, see each other teach, watch each other, learning walk*, open door*, open their doors, lab classroom*, instructional rounds, visit each other, visit a class*, other classrooms, behind closed doors, closed door*', 'visita* entre colegas, observar a, observan, puertas abiertas, puerta cerrada, ver a otros maestros, visitas de aula'],
      ['walkthrough', 'Walkthroughs', 'Recorridos de aula', 'walkthrough*, walk through*, in classrooms, be in classrooms, classroom visit*, observation*, evaluation*, evaluat*, evaluador, t tess, tess, danielson, domain*, drop in, rubric for teachers', 'recorrido*, visitas al aula, observaci*, en las aulas, evaluación docente'],
      ['newteachers', 'New teachers', 'Maestros nuevos', 'new teacher*, first year teacher*, first year, mentor teacher*, induction, novice*, onboard*, rookie*, long term sub*, student teacher*', 'maestr* nuev*, docente* nuev*, maestros nuevos, maestras nuevas, primer año, inducción, mentoría'],
    ],
  },
  {
    id: 'training',
    en: 'Professional learning',
    es: 'Desarrollo profesional',
    concepts: [
      ['pd', 'Professional development', 'Desarrollo profesional', 'pd, professional development, professional learning, training*, trainings, trained, workshop*, inservice, in service, sit and get, one size fits all, one-size, webinar*, sign in sheet*, faculty meeting*, conference day, trainer*, slides, self-paced course', 'desarrollo profesional, capacita*, formación, taller*, entrenamiento*, curso*, jornada pedagógica, capacitador*'],
      ['followup', 'Follow-up after training', 'Seguimiento', 'follow up*, follow-up*, follow through, what changed after, one and done, then nothing, after the training, sticks, never hear about it again, transfer to', 'seguimiento, después de la capacitación, después del taller, sin continuidad'],
    ],
  },
  {
    id: 'plc',
    en: 'Teams that plan together',
    es: 'Equipos que planean juntos',
    concepts: [
      ['plcs', 'PLC time', 'Tiempo de PLC', 'plc*, plcs, professional learning communit*, team meeting*, grade level team*, grade-level team*, department*, data cycle*, norms, protocol*, agenda*, cta, collab, collaborative team*, collaborative planning, vertical team*, vertical align*', 'plc*, comunidad* de aprendizaje, reunión de equipo, reuniones de equipo, equipo de grado, academia*, protocolo*'],
      ['lessonplan', 'Planning lessons', 'Planeación de clases', 'lesson plan*, lesson planning, common planning, plan the lesson, plan together, planning together, planning time, plan period*, planning period*, unit*, backwards design, one strong lesson, lesson, lessons, plan lessons, co plan*, coplan*, intellectual prep', 'planea*, planific*, plan de clase, lección, lecciones, unidad*, planear juntos, planean juntos'],
      ['curriculum', 'Curriculum', 'Currículo', 'curricul*, pacing, pacing guide*, scope and sequence, textbook*, standards, standard, hqim, adopted, adoption, resources, materials, scripted, teks, common core, aligned, alignment, same standard, guaranteed and viable', 'currículo, currícul*, ritmo del programa, libro de texto, estándar*, materiales, adopta*, alineaci*, secuencia'],
      ['sharing', 'Sharing practice', 'Compartir prácticas', 'share lessons, share what works, share idea*, steal ideas, reinvent*, silos, silo, isolat*, island*, alone in my room, on my own, work alone, best practice*, learn from each other', 'compartir, comparten, aislad*, cada quien por su lado, sol* en mi salón, islas, aprender unos de otros'],
    ],
  },
  {
    id: 'oneteam',
    en: 'One team, clear roles and messages',
    es: 'Un equipo, con funciones y mensajes claros',
    concepts: [
      ['roles', 'Roles', 'Funciones', 'who to call, who does what, roles, role, responsibilit*, job description*, not my job, campus team, one team, at the table, tech and, admin and, coach and, work in silos, central office, district office, departments talk', 'funciones, quién hace qué, a quién llamar, responsabilidad*, un solo equipo, oficina central, distrito'],
      ['message', 'One message', 'Un solo mensaje', 'same message, mixed message*, communicat*, same question, different answer*, inform*, hear about, find out, heard about, email*, emails, newsletter, last minute, one place, calendar*, loop, in the loop, announce*, memo*', 'mismo mensaje, comunica*, correo*, nos enteramos, me entero, avis*, último minuto, calendario*, un solo lugar'],
      ['decisions', 'How decisions are made', 'Cómo se decide', 'decision*, decide, decided, input, top down, consult*, asked us, nobody asks, ask us, ask teachers, teacher voice, shared leadership, distributed leadership, teacher leader*, trust, transparen*, committee*, survey*', 'decisi*, deciden, opinión, sin preguntar, nos preguntan, nadie nos pregunta, confianza, transparen*, liderazgo, maestros líderes, comité*'],
      ['priorities', 'Few priorities', 'Pocas prioridades', 'initiative*, priorit*, new thing, something new, flavor of the month, one more thing, plate, focus, fewer, too much at once, change every year, sustain*, vision, mission, strategic plan, abandon*', 'iniciativa*, prioridad*, visión, misión, algo nuevo, cada año cambia, menos cosas, enfoque, plan estratégico'],
    ],
  },
  {
    id: 'time',
    en: 'Time and schedule',
    es: 'Tiempo y horario',
    concepts: [
      ['schedule', 'Schedule', 'Horario', 'schedul*, master schedule, bell schedule, block schedule, period*, minutes, bell, calendar day*, passing period*, lunch duty, duty, duties, class time, instructional time, instructional minutes, interrupt*, interruption*, pull kids, assemblies, intercom', 'horario*, bloque*, minutos, timbre, guardia*, tiempo de clase, tiempo de instrucción, interrupci*, asambleas'],
      ['notime', 'No time', 'Falta de tiempo', 'no time, not enough time, more time, time to, protected time, prep time, prep, conference period, lost prep, cover class*, covering class*, enough time, hours, time for', 'no hay tiempo, falta tiempo, falta de tiempo, más tiempo, sin tiempo, tiempo protegido, tiempo para, no alcanza el tiempo, horas'],
    ],
  },
  {
    id: 'staff',
    en: 'Staffing and staff wellbeing',
    es: 'Personal y bienestar del personal',
    concepts: [
      ['workload', 'Workload', 'Carga de trabajo', 'workload, burn out, burnout, burned out, burnt out, tired, exhaust*, overwork*, paperwork, weekends, work life, drain*, drowning, unsustainable, meetings, stay late, nights', 'carga de trabajo, agot*, cansad*, papeleo, fines de semana, exceso de trabajo, quemad*, reuniones'],
      ['retention', 'Keeping staff', 'Retener al personal', 'turnover, retention, retain*, quit, quits, resign*, leave the profession, leaving, leave us, stay here, stays, vacanc*, vacant, unfilled, hiring, hire, hires, shortage*, recruit*, grow our own, pipeline, pay, salary, salaries, raise*', 'rotaci*, retener, retenci*, renunci*, se van, vacante*, contrat*, escasez, recluta*, salario*, sueldo*, puestos'],
      ['subs', 'Substitutes', 'Suplentes', 'sub, subs, substitute*, no subs, coverage, split classes, class cover', 'suplente*, sustitut*, cobertura, cubrir clases'],
      ['morale', 'Staff morale', 'Ánimo del personal', 'morale, staff culture, appreciat*, valued, celebrat*, teacher wellness, adult culture, staff belong*, lounge, recogni*, thank*, respect', 'ánimo, moral del personal, reconoc*, valora*, celebra*, ambiente laboral, gracias'],
      ['classsize', 'Class size', 'Tamaño de grupos', 'class size*, overcrowd*, too many kids, 32 kids, 30 kids, kids in a class, ratio*, kids per class, roster*', 'grupos grandes, demasiados alumnos, grupos de, sobrecup*, alumnos por'],
    ],
  },
]
