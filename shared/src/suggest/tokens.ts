/** Words that say nothing about what a note is about, in English and Spanish, folded. */
const STOP = new Set(
  (
    'a about after again all almost also always am an and any anything are arent as at away back be because been before being best better between both but by ' +
    'came can cant come comes could day days did didnt do does doesnt doing done dont down each else even ever every everybody everyone everything few first for from ' +
    'full get gets getting give gives go goes going good got great had half has have having he her here hers him his how i if im in into is isnt it its ive just keep ' +
    'kid kids know knows last less let lets like little long look lot lots made make makes making many may me mean might more most much must my need needs never new ' +
    'next no nobody none nor not nothing now of off often ok on once one only or other others our out over own people put quite real really right same say says school ' +
    'schools see seen she should since so some someone something soon still student students such take takes teacher teachers tell tells than that thats the their them ' +
    'then there these they thing things this those though three through time times to today together too two under until up us use used uses using very want wants was way ' +
    'we week weeks well went were what whats when where which while who whole why will with without wont work works would year years yes yet you your ' +
    'al algo alguien alumno alumnos ante antes asi aun aunque bien cada casi como con cosa cosas cual cuando cuanto de del desde despues dia dias donde dos el ella ellas ' +
    'ellos en entre era es esa ese eso esta estan estar estas este esto estos estudiante estudiantes fue ha hace hacen hacer hacia han hasta hay ir la las le les lo los ' +
    'maestra maestras maestro maestros mas me menos mi mis mismo mucha muchas mucho muchos muy nada nadie ni nina ninas nino ninos no nos nosotros nuestra nuestras nuestro ' +
    'nuestros nunca o otra otras otro otros para pero poco por porque puede pueden pues que quien quienes se ser si siempre sin sino sobre solo son su sus tal tambien tan ' +
    'tanto te tener tiene tienen toda todas todavia todo todos tres tu un una unas uno unos usar va van ver vez y ya yo ano anos escuela escuelas salon'
  ).split(' '),
)

/** Small letters without accents; a curly apostrophe is an apostrophe. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()

/** The words of a text in their order, folded: letters and digits, with an inner `:` or `/` as in `1:1`. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/'/g, '')
    .match(/[\p{L}\p{N}]+(?:[:/][\p{L}\p{N}]+)*/gu) ?? []

export const isTelling = (word: string): boolean => word.length > 2 && !STOP.has(word) && !/^\d/.test(word)

const ENDINGS = /(?:aciones|acion|mente|iendo|ando|ados|adas|idos|idas|ings|ing|edly|ed|ies|ness|ment|ly|es|s)$/

/** A rough stem, the same for the forms of one word in both languages. It only has to agree with itself. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '')
  const cut = stem.length >= 3 ? stem : word
  return cut.length > 4 ? cut.replace(/(.)\1$/, '$1').replace(/[aeiouy]$/, '') : cut
}
