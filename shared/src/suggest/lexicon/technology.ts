import type { Area } from './shape.ts'

/** Machines, programs and how we live with them. */
export const TECHNOLOGY: readonly Area[] = [
  {
    id: 'devices',
    field: 'technology',
    en: 'Devices and connection that work',
    es: 'Dispositivos y conexión que funcionan',
    concepts: [
      [
        'device',
        'Devices',
        'Dispositivos',
        'device*, laptop*, chromebook*, ipad*, tablet*, computer*, cart, carts, loaner*, charger*, charging, battery, batteries, dead battery, keyboard*, mouse, headphone*, broken screen*, cracked, 1:1, one to one, hardware, old machines',
        'dispositivo*, portátil*, computador*, tableta*, carrito*, cargador*, batería*, teclado*, pantalla rota, equipos viejos',
      ],
      [
        'network',
        'Network',
        'Red e internet',
        'wifi, wi fi, wi-fi, internet, bandwidth, network*, connectivity, drops, buffering, slow internet, offline, outage*, access point*, portables',
        'wifi, internet, red escolar, la red, ancho de banda, conexión, conectividad, se cae, sin señal, señal',
      ],
      [
        'login',
        'Logins',
        'Acceso y contraseñas',
        'login*, log in, logins, logging, password*, sign on, sign-on, single sign*, sso, account*, username*, badge*, clever, qr code*, locked out, rostering',
        'contraseña*, inicio de sesión, iniciar sesión, cuenta*, usuario*, clave*, entrar al sistema',
      ],
      [
        'techsupport',
        'Tech support',
        'Soporte técnico',
        'help desk, helpdesk, ticket*, tech support, repair*, fix*, technician*, it department, it dept, projector*, printer*, copier*, smartboard*, panel*, just works, it works, broken, breaks, troubleshoot*, work order*',
        'soporte técnico, soporte, ticket*, repara*, arregl*, técnico*, proyector*, impresora*, descompuest*, no funciona, no sirve*',
      ],
      [
        'block',
        'Blocked sites',
        'Sitios bloqueados',
        'filter*, blocked, unblock*, firewall, whitelist*, goguardian',
        'filtro*, bloquead*, bloqueo*, desbloque*',
      ],
    ],
  },
  {
    id: 'tools',
    field: 'technology',
    en: 'Fewer tools, used well',
    es: 'Menos herramientas, bien usadas',
    concepts: [
      [
        'apps',
        'Apps and platforms',
        'Aplicaciones y plataformas',
        'app, apps, platform*, software, program*, subscription*, license*, tool, tools, toolkit, lms, canvas, schoology, google classroom, edtech, too many, so many, eighty-seven, kahoot, nearpod, seesaw',
        'aplicaci*, app, apps, plataforma*, programa*, licencia*, herramienta*, demasiad*, tantas, tantos',
      ],
      [
        'techpurpose',
        'Technology with a purpose',
        'Tecnología con propósito',
        'what the tech is for, tech as, tech is for, purpose, technology, tech use, use of tech, use tech, integrat*, samr, tech rich, for the sake of',
        'tecnología, propósito, integra*, uso de la tecnología, para qué',
      ],
    ],
  },
  {
    id: 'citizenship',
    field: 'technology',
    en: 'Wise and kind online, with AI',
    es: 'Responsables en línea, con IA',
    concepts: [
      [
        'ai',
        'Artificial intelligence',
        'Inteligencia artificial',
        'ai, chatgpt, chat gpt, gpt, gemini, chatbot*, bot, artificial intelligence, prompt*, generative, copilot, llm',
        'ia, inteligencia artificial, chatgpt, gpt',
      ],
      [
        'honesty',
        'Honest work',
        'Trabajo honesto',
        'cheat*, plagiar*, copy paste, copied, honest*, integrity, own words, cite, citing, sources',
        'trampa*, copi*, plagi*, honest*, integridad, propias palabras, citar, fuentes',
      ],
      [
        'citizen',
        'Digital citizenship',
        'Ciudadanía digital',
        'digital citizen*, citizenship, online safety, cyber*, privacy, footprint, misinformation, fake news, media literacy, kindness online, online, attention span, distract*, screen addict*',
        'ciudadanía digital, ciudadan*, ciber*, privacidad, huella digital, desinformaci*, noticias falsas, en línea, distra*, seguridad en línea',
      ],
    ],
  },
]
