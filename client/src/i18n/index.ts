import { LANGUAGES, type Language } from '@groundswell/shared'
import i18next, { type i18n, type ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** One chunk per language, with all areas: a device loads the language it reads and no other. */
const load: Readonly<Record<Language, () => Promise<ResourceLanguage>>> = {
  en: async () => (await import('./en.ts')).catalog,
  es: async () => (await import('./es.ts')).catalog,
}

const REMEMBERED = 'groundswell.language'

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)

function remembered(): unknown {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

/** Whether this person picked a language; until then a session's own language is the better guess. */
export const wasLanguageChosen = (): boolean => isLanguage(remembered())

/** What this person chose on this device, else the first language of the browser that we speak, else English. */
export function preferredLanguage(): Language {
  const chosen = remembered()
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

async function addCatalog(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return
  for (const [area, words] of Object.entries(await load[language]())) i18next.addResourceBundle(language, area, words)
}

/** Loads a language and shows it. */
export async function showLanguage(language: Language): Promise<void> {
  await addCatalog(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
}

/** The same, as a person's choice that this device remembers. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Call once before the first render; in tests too, with the language to test. */
export async function startI18n(language: Language = preferredLanguage()): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    // Catalogs hold the same keys, so falling back would only hide a missing one.
    fallbackLng: false,
    ns: [],
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  })
  await showLanguage(language)
  return i18next
}
