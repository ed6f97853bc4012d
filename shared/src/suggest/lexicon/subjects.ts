import type { Area } from './shape.ts'

/** What is taught. */
export const SUBJECTS: readonly Area[] = [
  {
    id: 'literacy',
    field: 'subjects',
    en: 'Reading and writing',
    es: 'Lectura y escritura',
    concepts: [
      [
        'reading',
        'Reading',
        'Lectura',
        'read, reading, reader, readers, literacy, books, book, novel*, library, librarian, independent reading, text complexity, lexile*, comprehension, read at grade',
        'lectura*, leer, leen, lector*, libro*, biblioteca*, comprensión lectora, alfabetiz*, novela*',
      ],
      [
        'phonics',
        'Early reading',
        'Lectura inicial',
        'phonic*, phonem*, decod*, decodable*, science of reading, sor, structured literacy, sight word*, fluen*, dyslexi*, foundational skill*, letters training, blends, heggerty',
        'fonétic*, fonolog*, fonema*, decodifica*, fluidez, dislexi*, sílaba*',
      ],
      [
        'writing',
        'Writing',
        'Escritura',
        'write, writes, writer*, writing, essay*, paragraph*, grammar, spelling, handwriting, write across, conferring notes, ela',
        'escrib*, escritur*, ensayo*, párrafo*, ortograf*, redacci*, gramática',
      ],
      [
        'vocabulary',
        'Vocabulary',
        'Vocabulario',
        'vocab*, academic language, word wall*, word study, morpholog*',
        'vocabulario*, lenguaje académico, palabras nuevas',
      ],
    ],
  },
  {
    id: 'math',
    field: 'subjects',
    en: 'Mathematics',
    es: 'Matemáticas',
    concepts: [
      [
        'math',
        'Math',
        'Matemáticas',
        'math*, algebra*, geometr*, fraction*, number sense, multiplication, times table*, calculator*, arithmetic, numeracy, calculus, word problem*, manipulativ*',
        'matemátic*, álgebra, geometría, fracci*, multiplica*, cálculo, sentido numérico, problemas de palabras',
      ],
      [
        'mathmind',
        'Confidence in math',
        'Confianza en matemáticas',
        'math person, math anxiety, math talk*, number talk*, problem solving, solve problem*, problem of the day, thinking classroom*, vertical whiteboard*, productive struggle',
        'miedo a las matemáticas, resolver problemas, resolución de problemas, charlas numéricas',
      ],
    ],
  },
  {
    id: 'career',
    field: 'subjects',
    en: 'Career and life after school',
    es: 'Carreras y futuro',
    concepts: [
      [
        'careers',
        'Career pathways',
        'Trayectorias de carrera',
        'career*, cte, pathway*, workforce, job shadow*, internship*, apprentice*, certif*, trade*, welding, industry, employer*, business partner*, jobs, resume*, work based, ccr, job skills',
        'carrera*, oficio*, pasantía*, práctica* profesional*, certifica*, empleador*, empresa*, empleo*, trabajo futuro',
      ],
      [
        'college',
        'College',
        'Universidad',
        'college*, fafsa, scholarship*, dual credit, dual enroll*, ap class*, ap course*, universit*, campus visit*, sat, act, post secondary, postsecondary, after graduation, transcript*',
        'universidad*, beca*, doble crédito, crédito universitario, ayuda financiera',
      ],
      [
        'graduation',
        'Graduation',
        'Graduación',
        'graduat*, dropout*, drop out, on track, credits, credit recovery, senior*, life after, after high school, plan after, plan for after, life skill*, financial literacy, real life',
        'gradua*, deserci*, créditos, abandonan, después de la preparatoria, después de graduarse, vida real',
      ],
    ],
  },
  {
    id: 'stem',
    field: 'subjects',
    en: 'Science, arts and more',
    es: 'Ciencias, artes y más',
    concepts: [
      [
        'science',
        'Science',
        'Ciencias',
        'science, scien*, lab, labs, experiment*, stem, steam, engineer*, outdoor*, garden*, field trip*',
        'ciencia*, laboratorio*, experimento*, ingenier*, huerto*, excursi*',
      ],
      [
        'arts',
        'Arts',
        'Artes',
        'art, arts, music, band, orchestra, theater, theatre, choir, dance, mural*',
        'arte, artes, música, banda, teatro, coro, danza*',
      ],
      [
        'clubs',
        'Clubs and sport',
        'Clubes y deporte',
        'club*, sport*, athlet*, extracurricular*, after school, afterschool, esport*, recess, play outside',
        'club*, deporte*, extracurricular*, después de clases, después de la escuela, recreo',
      ],
      [
        'early',
        'Early years',
        'Primeros años',
        'prek, pre k, kindergarten*, preschool*, early childhood, kinder',
        'preescolar, kínder, jardín de niños, primera infancia',
      ],
    ],
  },
]
