import type { Phrases } from './words.ts'

/** The example session's matters in Spanish. */
export const SPANISH: Phrases = {
  topics: [
    {
      title: 'Los estudiantes crean cosas que importan',
      focus: 'student_outcome',
      says: {
        current: [
          'Hay muchas pantallas y casi ningún trabajo hecho por los estudiantes',
          'La mayor parte del tiempo, la computadora es una hoja de ejercicios en PDF',
          'Hay herramientas de video y audio en cada equipo y pocas aulas las usan',
          'Encuentran la respuesta rápido; si les pedimos que la expliquen, hay silencio',
        ],
        ideal: [
          'Cualquier familia entra y un estudiante le muestra algo que construyó y por qué importa',
          'Cada unidad tiene una tarea para un público de verdad',
          'Los estudiantes eligen el formato porque la rúbrica trata del pensamiento',
          'Hay una muestra de trabajos cada semestre, en todas las escuelas',
        ],
      },
    },
    {
      title: 'Los estudiantes saben dónde están y qué sigue',
      focus: 'student_outcome',
      says: {
        current: [
          'Los estudiantes saben su nota y pocos saben qué quieren mejorar',
          'La retroalimentación llega como un número, tres semanas después',
          'Las reuniones de datos hablan de los estudiantes y nunca con ellos',
          'Unas pocas aulas hacen conferencias de metas y son una maravilla',
        ],
        ideal: [
          'Pregunte a cualquier estudiante qué aprende y qué sigue, y le responde de verdad',
          'Los estudiantes dirigen sus conferencias con la evidencia que eligieron',
          'La retroalimentación llega cuando todavía se puede usar',
          'Un solo lugar para mis metas, mis comentarios y mis próximos pasos',
        ],
      },
    },
    {
      title: 'Todos pueden entrar',
      focus: 'student_outcome',
      says: {
        current: [
          'Quienes acaban de llegar reciben la versión en inglés y una aplicación de traducción',
          'Los puntos de acceso se acaban en octubre, cada año',
          'La lectura en voz alta está activada solo para quienes tienen un plan',
        ],
        ideal: [
          'Cada estudiante llega al trabajo de su grado, con subtítulos, lectura o su idioma',
          'Los estudiantes bilingües presentan en dos idiomas y los demás aprendemos',
          'Nadie hace la tarea en un estacionamiento por el wifi',
        ],
      },
    },
    {
      title: 'Prudentes y honestos en línea, también con la IA',
      focus: 'student_outcome',
      says: {
        current: [
          'La regla sobre la IA es lo que cada docente decide ese día',
          'Hay una asamblea de ciudadanía digital en agosto y después no se habla más',
          'En casa usan la IA y calificamos como si no existiera',
        ],
        ideal: [
          'Los estudiantes dicen cuándo ayudó la IA, cómo, y qué comprobaron',
          'Hablamos de atención, fuentes y amabilidad todo el año',
          'Los estudiantes mayores dan la lección a los más pequeños',
        ],
      },
    },
    {
      title: 'Planear con propósito, menos herramientas y bien usadas',
      focus: 'teacher_action',
      says: {
        current: [
          'Hay 87 aplicaciones aprobadas y cada semana me preguntan cuál usar',
          'La tecnología aparece como premio al final de la clase',
          'Hay buena capacitación y nadie planea la clase donde serviría',
        ],
        ideal: [
          'Pocas herramientas que todos conocemos muy bien',
          'Los docentes empiezan por lo que harán los estudiantes y luego eligen la herramienta',
          'El equipo planea una buena clase y todos la dan',
        ],
      },
    },
    {
      title: 'Acompañamiento que cambia la práctica',
      focus: 'teacher_action',
      says: {
        current: [
          'Atiendo cuatro escuelas y en todas soy visita',
          'Las listas dicen quién vino; no sabemos qué cambió después',
          'Parece que el acompañamiento es para quien tiene problemas',
          'Me piden arreglar el proyector más que dar clase en pareja',
        ],
        ideal: [
          'Cada docente ha hecho un ciclo de acompañamiento que eligió',
          'Los directores también reciben acompañamiento y lo dicen en voz alta',
          'Los docentes abren la puerta; visitar a un colega es normal',
        ],
      },
    },
    {
      title: 'Un equipo, un plan, un mensaje',
      focus: 'teacher_action',
      says: {
        current: [
          'Me entero de los programas nuevos con el primer reporte de falla',
          'Soporte, capacitación y acompañamiento tienen cada uno su lista',
          'Respondemos la misma pregunta de cuatro maneras',
        ],
        ideal: [
          'Soporte técnico está en la mesa antes de comprar',
          'Un equipo por escuela y un solo plan',
          'Un docente recibe ayuda en el aula y aprende algo de ella',
        ],
      },
    },
    {
      title: 'Simplemente funciona',
      focus: 'teacher_action',
      says: {
        current: [
          'El carrito de préstamo está vacío a las nueve casi todos los lunes',
          'Los primeros diez minutos de la prueba son contraseñas y baterías',
          'El wifi se cae y hay docentes que ya no cuentan con él',
        ],
        ideal: [
          'Una sola entrada: una credencial o una imagen para los pequeños',
          'Cero minutos de clase perdidos por una contraseña',
          'Lo arreglamos antes de que el docente lo note',
        ],
      },
    },
  ],
  places: [
    'en sexto grado',
    'en la preparatoria',
    'en nuestra escuela',
    'en las aulas portátiles',
    'casi todas las semanas',
    'sobre todo con quienes acaban de llegar',
    'en ciencias',
    'en los primeros grados',
    'en las dos escuelas',
    'de tercero a quinto',
    'hasta donde veo',
  ],
  firstNames: [
    'Alejandra',
    'Benito',
    'Carmen',
    'Domingo',
    'Elena',
    'Fabián',
    'Graciela',
    'Hernán',
    'Inés',
    'Julián',
    'Leticia',
    'Mateo',
    'Noemí',
    'Octavio',
    'Pilar',
    'Ramiro',
    'Socorro',
    'Tomás',
    'Úrsula',
    'Vicente',
    'Yesenia',
  ],
  lastNames: [
    'Aguilar',
    'Benavides',
    'Cárdenas',
    'Domínguez de la Garza',
    'Escobedo',
    'Fuentes',
    'Garza',
    'Hinojosa',
    'Ibarra',
    'Juárez',
    'Lozano',
    'Montemayor',
    'Navarro',
    'Ochoa',
    'Peña',
    'Quintanilla',
    'Rentería',
  ],
  teamName: 'Equipo {{n}}',
  goals: [
    {
      statement:
        'Para mayo, al menos el 70 % de los trabajos de muestra de cuarto a octavo grado llegará a 3 o más en la rúbrica de razonamiento.',
      why: 'Nuestros estudiantes encuentran respuestas. Queremos que tengan algo que decir y a quién decírselo.',
    },
    {
      statement: 'Para mayo, ocho de cada diez estudiantes podrán decir qué aprenden, cómo van y qué sigue.',
      why: 'Quien sabe dónde está puede dar el siguiente paso.',
    },
    {
      statement: 'Para mayo, cada docente habrá hecho un ciclo de acompañamiento que eligió, con una visita después.',
      why: 'Una capacitación vale lo que cambia en el aula.',
    },
  ],
  contributions: [
    'Hago que sea fácil planear una tarea de creación por unidad.',
    'Abro tiempo para planear juntos y lo cuido.',
    'Me ocupo de que los equipos estén listos antes de la clase.',
    'Acompaño a quienes lo prueban por primera vez.',
  ],
  steps: [
    'Planear una tarea de creación con cada equipo de grado.',
    'Poner una hora de planeación en común en el calendario.',
    'Revisar los equipos de las aulas piloto el viernes anterior.',
    'Visitar dos aulas y contar lo que vi.',
    'Publicar una página con cuatro públicos de verdad.',
  ],
  reservation: 'Puedo vivir con esto si en un mes revisamos el tiempo que toma.',
}
