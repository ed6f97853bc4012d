import { join, showList } from './acts/session.ts'
import { givenExample } from './acts/set-up.ts'
import { expect, test as base, type Seat } from './support/fixtures.ts'
import { openTlsDoor, type TlsDoor } from './support/tls-door.ts'

const HOST = 'board.district.test'

/** As on a filtered school network: one host answers, over TLS, and no other name is known. */
const test = base.extend<{ door: TlsDoor }, { filtered: boolean }>({
  filtered: [true, { scope: 'worker' }],
  launchOptions: [
    async ({ launchOptions }, use) => {
      const rules = `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rules, '--ignore-certificate-errors'] })
    },
    { scope: 'worker' },
  ],
  door: async ({ room }, use) => {
    const door = await openTlsDoor(HOST, room.server.url)
    await use(door)
    door.close()
  },
})

/** tldraw's mark is there and nothing lies over its middle, as its licence asks. */
async function expectMark({ page }: Seat): Promise<void> {
  const mark = page.locator('[class*="tl-watermark"]')
  await expect(mark).toBeVisible()
  /** What one would press in its middle: the mark itself, or the name of what hides it. */
  const pressed = () =>
    mark.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      return element.contains(top) ? 'the mark' : `${width}x${height} ${top?.outerHTML.slice(0, 120) ?? 'nothing'}`
    })
  await expect.poll(pressed).toBe('the mark')
}

test('everything works from one HTTPS host with no other in reach', async ({ room, door }) => {
  const inside = room.at(door.origin)
  const { coach, links, seat, go } = await givenExample(inside)
  await go('group')
  const { page } = coach
  expect(new URL(page.url()).host).toBe(new URL(door.origin).host)
  await expect(page.locator('.tl-container')).toBeVisible()
  await page.getByRole('button', { name: 'Read the notes of Students make things that matter' }).click()
  await expect(page.locator('.tl-container').getByText('Walked 14 classrooms this week.').first()).toBeVisible()
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 720, height: 844 },
  ]) {
    await page.setViewportSize(viewport)
    await expectMark(coach)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.tl-container')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Clusters \(/ })).toBeVisible()
  await page.setViewportSize({ width: 1366, height: 768 })
  await showList(coach)
  await expect(page.getByRole('region', { name: 'Students make things that matter' })).toBeVisible()
  for (const [path, words] of [
    ['/plc/plc-a', 'Our goal in one sentence'],
    ['/plan/plc-a', 'In our own words'],
  ] as const) {
    await page.goto(`/s/${seat.session}${path}`)
    await expect(page.getByLabel(words).or(page.getByText(words)).first()).toBeVisible()
  }
  const display = await inside.open('display', links.display)
  await expect(display.page.getByText('No account needed')).toBeVisible()
  const phone = await join(inside, 'phone', links.join, 'Tess Again', 'Support specialist')
  await expect(phone.page.getByText('Saved', { exact: true })).toBeVisible()
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
  })
  // Over HTTPS the mark asks its maker for a counter; the page's policy keeps the request from leaving, and the mark stays.
  coach.faults.splice(
    0,
    coach.faults.length,
    ...coach.faults.filter((fault) => !/watermark-track\.svg|TypeError: Failed to fetch/.test(fault)),
  )
  expect(fonts.some((family) => family.includes('Atkinson Hyperlegible Next'))).toBe(true)
})

test('the page’s policy stops foreign scripts and foreign hosts', async ({ room, door }) => {
  const { page, faults } = await room.at(door.origin).open('laptop')
  const stopped = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.push(effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.intruder = true'
    document.head.append(script)
    const picture = new Image()
    picture.src = 'https://elsewhere.test/pixel.png'
    const answers = await Promise.allSettled([fetch('https://elsewhere.test/'), fetch('/api/config')])
    return { ran: 'intruder' in globalThis, directives: directives.sort(), answers: answers.map(({ status }) => status) }
  })
  expect(stopped).toEqual({
    ran: false,
    directives: ['connect-src', 'img-src', 'script-src-elem'],
    answers: ['rejected', 'fulfilled'],
  })
  // What was stopped is told on the console, and nothing else is.
  expect(faults.splice(0).filter((fault) => !/Content Security Policy|elsewhere\.test/.test(fault))).toEqual([])
})
