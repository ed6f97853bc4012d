import type { Area } from './shape.ts'

/** Families, buildings and money. */
export const COMMUNITY: readonly Area[] = [
  {
    id: 'families',
    field: 'community',
    en: 'Families as partners',
    es: 'Familias como aliadas',
    concepts: [
      [
        'family',
        'Families',
        'Familias',
        'famil*, parent*, mom, moms, dad, dads, guardian*, grandparent*, grandma*, caregiver*, home visit*, pta, pto',
        'familia*, padres, papás, madre*, mamá*, abuel*, tutores legales, visitas a casa, visitas al hogar',
      ],
      [
        'contact',
        'Contact with home',
        'Contacto con el hogar',
        'call home, calls home, phone call home, contact home, positive call*, letter home, letters home, flyer*, robocall*, remind app, parentsquare, class dojo, dojo, backpack, only hear from us, hear from school, parent teacher, open house, back to school night, conferences with parents, send home, sent home',
        'llamar a casa, llamadas a casa, llaman, carta*, volante*, mensajes a casa, junta de padres, reunión de padres, casa abierta, mochila',
      ],
      [
        'community',
        'Community partners',
        'Comunidad',
        'community, communities, partner with, partners, partnership*, volunteer*, neighborhood*, church*, local business*, nonprofit*, town',
        'comunidad, comunidades, voluntari*, vecin*, barrio*, iglesia*, aliad*, negocio* local*',
      ],
      ['homework', 'Homework', 'Tarea', 'homework, help at home, study at home', 'tarea*, ayudar en casa, en casa'],
    ],
  },
  {
    id: 'buildings',
    field: 'buildings',
    en: 'Buildings, safety and meals',
    es: 'Edificios, seguridad y comidas',
    concepts: [
      [
        'safety',
        'Safety',
        'Seguridad',
        'safety, safe, unsafe, security, lockdown*, drill day, drills, vestibule, camera*, gate*, resource officer*, sro, front door, weapon*, supervision',
        'seguridad, segur*, insegur*, simulacro*, cámara*, guardia de seguridad, portón*, puerta principal',
      ],
      [
        'facility',
        'Buildings',
        'Edificios',
        'building*, facilit*, hvac, air condition*, ac, heat, roof, leak*, mold, restroom*, bathroom*, playground*, furniture, paint, hot room*, classroom space, portable building*, cafeteria, custodia*, maintenance, clean, dirty',
        'edificio*, aire acondicionado, calefacción, techo*, goter*, baños, patio*, mobiliario, muebles, limpieza, mantenimiento, cafetería, sucio*',
      ],
      [
        'meals',
        'Meals',
        'Comidas',
        'lunch line*, breakfast, lunch food, school lunch*, cafeteria food, eat lunch',
        'desayuno*, almuerzo*, comedor*, lonche*',
      ],
      [
        'money',
        'Money',
        'Dinero',
        'budget*, fund*, grant*, money, cost*, afford*, esser, title i, purchas*, buy, spend*, dollars, supplies, out of pocket',
        'presupuesto*, fondos, dinero, costo*, compra*, gasto*, subvenci*, útiles, de su bolsillo',
      ],
    ],
  },
]
