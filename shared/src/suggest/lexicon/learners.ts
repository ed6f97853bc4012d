import type { Area } from './shape.ts'

/** Who learns, what stands in the way, and how it feels. */
export const LEARNERS: readonly Area[] = [
  {
    id: 'multilingual',
    en: 'Multilingual learners',
    es: 'Estudiantes multilingües',
    concepts: [
      ['englishlearners', 'English learners', 'Aprendices de inglés', 'english learner*, els, ell, ells, eld, esl, emergent bilingual*, multilingual*, newcomer*, english language learner*, mll, mlls, esol, learning english, immigrant*, refugee*', 'aprendices de inglés, aprenden inglés, recién llegad*, multilingü*, inmigrante*, refugiad*'],
      ['translate', 'Translation', 'Traducción', 'translat*, interpret*, home language*, in spanish, native language, first language, two languages, language support*, language barrier*, in their language, wida', 'traduc*, traducci*, intérprete*, en español, lengua materna, idioma*, dos lenguas, dos idiomas'],
      ['bilingual', 'Dual language', 'Programa bilingüe', 'bilingual*, dual language, biliter*, immersion, heritage', 'bilingü*, lenguaje dual, doble inmersión, inmersión'],
    ],
  },
  {
    id: 'inclusion',
    en: 'Special education and access',
    es: 'Educación especial y acceso',
    concepts: [
      ['sped', 'Special education', 'Educación especial', 'special education, special ed, sped, iep*, ieps, 504*, accommodat*, modif*, case manager*, caseload*, disabilit*, paraprofessional*, paras, para, resource room, self contained, evaluation timeline', 'educación especial, discapacidad*, acomodaci*, adaptaci*, pei, plan individual*, asistente* de aula'],
      ['inclusive', 'Inclusion', 'Inclusión', 'inclusi*, inclusive, co teach*, coteach*, co-taught, least restrictive, included, gen ed, general education', 'inclusi*, incluy*, inclusiv*, coenseñanza, aula regular'],
      ['accessible', 'Accessibility', 'Accesibilidad', 'accessib*, captions, captioned, read aloud, read-aloud, text to speech, text-to-speech, speech to text, screen reader*, alt text, udl, universal design, assistive, barrier*, entry point*, get in', 'accesib*, subtítul*, lectura en voz alta, texto a voz, diseño universal, barreras'],
    ],
  },
  {
    id: 'equity',
    en: 'Equity and access at home',
    es: 'Equidad y acceso en casa',
    concepts: [
      ['equity', 'Equity', 'Equidad', 'equit*, inequit*, fair, unfair, dispropor*, same opportunit*, opportunity gap*, zip code, underserved, every student gets, access to advanced, race, bias*, deficit', 'equi*, inequid*, injust*, mismas oportunidades, desigual*, prejuicio*'],
      ['homeinternet', 'Internet at home', 'Internet en casa', 'hotspot*, hot spot*, internet at home, home internet, parking lot, no wifi at home, digital divide, at home without', 'internet en casa, internet en su casa, sin internet, brecha digital'],
      ['poverty', 'Basic needs', 'Necesidades básicas', 'hungry, hunger, food, pantry, poverty, homeless*, mckinney, clothes, basic needs, shelter, lunch debt, laundry', 'hambre, comida, pobreza, sin hogar, ropa, necesidades básicas, despensa'],
    ],
  },
  {
    id: 'belonging',
    en: 'Belonging and wellbeing',
    es: 'Pertenencia y bienestar',
    concepts: [
      ['belong', 'Belonging', 'Pertenencia', 'belong*, welcom*, known by, known by name, knows their name, relationship*, trusted adult, caring adult, one adult, an adult, connected, connection*, feel seen, feels seen, seen and heard, invisible, lonely, alone at lunch, eat alone, mentor*, advisory, community circle*, friend*', 'pertenen*, bienvenid*, conocen su nombre, relaciones, adulto de confianza, conectad*, sentirse vist*, invisib*, mentor*, sol* en el recreo, amig*'],
      ['mentalhealth', 'Mental health', 'Salud mental', 'mental health, anxi*, stress*, counsel*, social worker*, trauma*, depress*, suicid*, therap*, wellness, wellbeing, well being, psychologist*, regulat*, calm corner*, overwhelm*', 'salud mental, ansiedad, estrés, consejer*, trabajadora social, trauma*, depresi*, terap*, bienestar, psicólog*, emoci*'],
      ['sel', 'Social and emotional learning', 'Aprendizaje socioemocional', 'sel, social emotional, social-emotional, emotion*, empath*, kindness, morning meeting*, feelings, self control, resilien*', 'socioemocional*, emocion*, empat*, amabilidad, reunión de la mañana, sentimientos, resilien*'],
      ['culture', 'Culture in lessons', 'Cultura en las clases', 'cultur*, identit*, see themselves, representation, divers*, heritage month, hispanic heritage, who they are', 'cultura*, identidad*, se ven reflejad*, divers*, raíces'],
      ['bullying', 'Bullying', 'Acoso escolar', 'bully*, teas*, harass*, mean girls, rumor*, hate speech, slur*, picked on', 'acoso*, bullying, burla*, hostig*, insulto*'],
    ],
  },
  {
    id: 'behavior',
    en: 'Behavior and routines',
    es: 'Conducta y rutinas',
    concepts: [
      ['discipline', 'Discipline', 'Disciplina', 'disciplin*, suspen*, referral*, office referral*, detention, consequence*, write up*, written up, send to the office, sent to the office, sent out, kicked out, in school suspension, iss, expul*, dean', 'disciplin*, suspen*, expuls*, castig*, consecuencia*, reporte de conducta, a la oficina, dirección por'],
      ['behave', 'Behavior', 'Conducta', 'behavio*, disrupt*, outburst*, fight*, disrespect*, meltdown*, classroom management, throw chairs, cuss*, defian*, escalat*, deescalat*, bip, fba', 'conducta*, comportamiento*, pelea*, falta de respeto, interrump*, groser*, berrinche*'],
      ['pbis', 'Shared expectations', 'Expectativas comunes', 'pbis, expectation*, routine*, procedure*, hallway*, transitions, positive behavior, restorative*, circles, consistent rules, same rules, rewards, tardy sweep, bathroom pass*, hall pass*, vape*, vaping, dress code', 'expectativa*, rutina*, pasillo*, restaurativ*, círculos, mismas reglas, normas, recompensa*, baño*, vape*'],
      ['phones', 'Phones', 'Teléfonos', 'phone*, cell phone*, cellphone*, yondr, pouch*, tiktok, instagram, snapchat, social media, texting, earbuds, airpods', 'celular*, teléfono*, redes sociales, audífonos'],
    ],
  },
  {
    id: 'attendance',
    en: 'Attendance',
    es: 'Asistencia',
    concepts: [
      ['absence', 'Absences', 'Ausencias', 'attend, attendance*, absent*, absence*, absentee*, chronic*, truan*, skip*, ditch*, missing days, miss school, missed days, empty seats, empty desks, no show*, show up, come to school, coming to school, stay home, perfect attendance, days missed', 'asistencia*, asist*, ausen*, faltan, faltas, falta a clase, faltar, ausentismo, no vienen, vienen a la escuela, pupitres vacíos, sillas vacías'],
      ['late', 'Coming late', 'Llegadas tarde', 'tardy, tardies, tardiness, late to class, late to school, come in late, first period late, first bell, late pass*', 'tardanza*, llegan tarde, llega tarde, retardos, impuntual*'],
      ['bus', 'Getting to school', 'Llegar a la escuela', 'bus, buses, bus route*, transport*, ride to school, car line, carpool, walk to school, missed bus', 'autobús*, camión escolar, transporte*, ruta*, llegar a la escuela'],
    ],
  },
]
