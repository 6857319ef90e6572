// The display in a hall. It pages through what is to come, on the region's clock, and asks for itself again every ten
// minutes. What it holds it shows for as long as it is to come; how old that is stands below it. Its address says how it
// does so (docs/screen.md); nothing is stored.

const root = document.documentElement
const query = new URLSearchParams(location.search)

// ------------------------------------------------------------------------------------------------- the settings

const KINDS = ['area', 'topic', 'audience', 'part', 'weekday', 'facility', 'language', 'free', 'walk-in']

function whole(name, least, most, otherwise) {
  const text = query.get(name) || ''
  const value = Number(text)
  return /^\d{1,3}$/.test(text) && value >= least && value <= most ? value : otherwise
}

const settings = {
  pace: whole('pace', 6, 60, 12), // seconds
  days: whole('days', 1, 8, 8),
  columns: whole('columns', 1, 3, 0),
  code: query.get('qr') !== '0',
  also: (query.get('also') || '').split(','),
  chosen: KINDS.flatMap((kind) => query.getAll(kind).map((value) => [kind, value])),
}

// -------------------------------------------------------------------------------------------------- the clock

const ASK = 600, ASK_AGAIN = 60, GO_ON = 300 // seconds
const OLD = 26 * 36e5 // a day, and what a nightly build may be late
const BEHIND = 5 * 6e4, AHEAD = 60 * 6e4 // so far may the clock differ from that of the host: an answer may lie in a cache

// Wall-clock time as the page writes moments, 2026-11-22T16:00: such moments compare as text. Swedish writes so.
const { zone } = document.querySelector('.screen').dataset
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
const wallClock = () => clock.format(new Date()).replace(' ', 'T')

const daysAfter = (day, number) => new Date(Date.parse(`${day}T00:00Z`) + number * 864e5).toISOString().slice(0, 10)

// ------------------------------------------------------------------------------------------- what the page holds

const assets = (page) => [...page.querySelectorAll('link[rel="stylesheet"], script[src]')].map((one) => one.getAttribute('href') || one.getAttribute('src'))

function rowOf(element, day) {
  const { from = '', until, is, endless } = element.dataset
  const facets = is.split(' ')
  return { element, day, from, until, endless: endless !== undefined, facets, off: element.matches('.is-off') }
}

// A page of a screen as data; its rows and messages are moved from here to the display and back.
function heldBy(page, address, text) {
  const box = page.querySelector('.screen')
  if (!box) throw new Error(`no screen: ${address}`)
  for (const image of box.querySelectorAll('img')) image.src = new URL(image.getAttribute('src'), address).href
  const sections = [...box.querySelectorAll('.stage > [data-day]')]
  const { names, say } = JSON.parse(box.querySelector('script').textContent)
  const messages = [...box.querySelector('template').content.children].map((one) => [one.dataset.of, one])
  return {
    box, address, text, say,
    lang: page.documentElement.lang,
    dir: page.documentElement.dir,
    made: box.dataset.made,
    dates: new Map(sections.map((one) => [one.dataset.day, one.querySelector('h2').lastElementChild.textContent])),
    rows: sections.flatMap((one) => [...one.querySelectorAll('.row')].map((row) => rowOf(row, one.dataset.day))),
    messages: Object.fromEntries(messages),
    last: sections[sections.length - 1].dataset.day,
    chosen: settings.chosen
      .map(([kind, value]) => ({ kind, facet: `${kind}:${value}` in names ? `${kind}:${value}` : kind }))
      .filter(({ facet }) => facet in names)
      .map((one) => ({ ...one, name: names[one.facet] })),
  }
}

// Of one kind any choice will do; all kinds must fit.
function fits({ facets }, chosen) {
  const kinds = new Set(chosen.map(({ kind }) => kind))
  return [...kinds].every((kind) => chosen.some((one) => one.kind === kind && facets.includes(one.facet)))
}

// What is to come, by day: today first, and tomorrow also where it has nothing.
function daysToCome(held, now) {
  const today = now.slice(0, 10)
  const tomorrow = daysAfter(today, 1)
  const end = [daysAfter(today, settings.days - 1), held.last].sort()[0]
  const byDay = new Map([[today, []]])
  if (tomorrow <= end) byDay.set(tomorrow, [])
  for (const row of held.rows) {
    const day = row.day < today ? today : row.day
    if (row.until <= now || day > end || !fits(row, held.chosen)) continue
    byDay.set(day, [...(byDay.get(day) || []), row])
  }
  const days = [...byDay].map(([day, rows]) => ({
    day,
    near: day === today ? held.say.today : day === tomorrow ? held.say.tomorrow : '',
    name: day === today ? '' : held.dates.get(day) || '', // today's stands beside the clock
    rows: [...rows.filter(({ from }) => from), ...rows.filter(({ from }) => !from)],
    nothing: rows.length ? [] : [held.messages[day === today ? 'today' : 'tomorrow']],
  }))
  if (days.length === 2 && end > tomorrow && end === held.last) days[1].nothing.push(held.messages.rest)
  return days
}

// How each thing of today stands to this moment, in words: what has no stated end may still be going on.
function label(days, now, say) {
  const today = now.slice(0, 10)
  const ahead = days[0].rows.filter(({ off, from }) => !off && from > now).map(({ from }) => from)
  const next = ahead.sort()[0]
  for (const { day, rows } of days) {
    for (const row of rows) {
      const going = row.from && row.from <= now && day === today
      const state = row.off ? '' : going ? (row.endless ? 'begun' : 'now') : day === today && row.from === next ? 'next' : ''
      if (state === row.state) continue
      row.state = state
      const badge = row.element.querySelector('.state')
      if (badge) badge.remove()
      if (!state) continue
      const made = Object.assign(document.createElement('p'), { className: `state is-${state}` })
      made.append(Object.assign(document.createElement('span'), {
        className: 'badge', textContent: { now: say.now, begun: say.begun, next: say.next }[state],
      }))
      row.element.querySelector('.what').prepend(made)
    }
  }
}

// -------------------------------------------------------------------------------------------------- the pages

let stage // where the rows stand
const FITS = [1.3, 1.15, 1, .85, .7, .55] // larger letters where there is little to say, smaller ones for a long text

function drawn({ day, lines }) {
  const section = Object.assign(document.createElement('section'), { className: 'part' })
  const heading = document.createElement('h2')
  const near = Object.assign(document.createElement('span'), { className: 'near', textContent: day.near })
  heading.append(near, ' ', Object.assign(document.createElement('span'), { textContent: day.name }))
  section.append(heading)
  const list = Object.assign(document.createElement('ol'), { className: 'rows' })
  list.append(...lines.filter((one) => one.matches('.row')))
  if (list.children.length) section.append(list)
  section.append(...lines.filter((one) => !one.matches('.row')))
  return section
}

function put(parts, fit) {
  stage.style.setProperty('--fit', fit)
  stage.replaceChildren(...parts.map(drawn))
  return stage.scrollHeight <= stage.clientHeight && stage.scrollWidth <= stage.clientWidth
}

function withLine(parts, day, line) {
  const last = parts[parts.length - 1]
  if (!last || last.day !== day) return [...parts, { day, lines: [line] }]
  return [...parts.slice(0, -1), { day, lines: [...last.lines, line] }]
}

// How much of the height is taken, from 0 to 1.
function taken(parts) {
  put(parts, 1)
  const [all, last] = [stage, stage.lastElementChild].map((one) => one.getBoundingClientRect())
  return (last.bottom - all.top) / all.height
}

// As many whole lines as fit on each page; a day that goes on has its heading again. Tomorrow begins on a page of its own,
// unless little is left of today.
function paged(days) {
  const pages = []
  let parts = []
  for (const [number, day] of days.entries()) {
    if (number === 1 && taken(parts) > .5) {
      pages.push(parts)
      parts = []
    }
    for (const line of [...day.rows.map(({ element }) => element), ...day.nothing]) {
      const longer = withLine(parts, day, line)
      if (parts.length && !put(longer, 1)) {
        pages.push(parts)
        parts = withLine([], day, line)
      } else {
        parts = longer
      }
    }
  }
  if (parts.length) pages.push(parts)
  return pages.map((one) => ({ parts: one, fit: FITS.find((fit) => put(one, fit)) || 0 }))
}

// --------------------------------------------------------------------------------------------------- the display

const held = [] // a page for each language
let shown // the one on the display
let pages = []
let index = 0
let drawnFor = '' // what the pages were made for
let host = null // what time its answer gave, and when that was
const left = { turn: settings.pace, ask: ASK_AGAIN, pause: 0 } // seconds

const find = (selector) => shown.box.querySelector(selector)
const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name])

function toDisplay(one) {
  if (shown.box !== one.box) shown.box.replaceWith(one.box)
  shown = one
  stage = find('.stage')
  drawnFor = ''
  Object.assign(root, { lang: one.lang, dir: one.dir })
  const { box } = one
  box.classList.add('is-live')
  const only = find('.only')
  only.hidden = !one.chosen.length
  only.textContent = filled(one.say.only, { choices: one.chosen.map(({ name }) => name).join(', ') })
  find('.qr').toggleAttribute('hidden', !settings.code)
  if (settings.columns) stage.dataset.columns = settings.columns
  find('.controls').hidden = false
  for (const name of Object.keys(does)) find(`[data-does="${name}"]`).onclick = does[name]
  sayPaused()
}

// Whether the clock cannot be right: it is from before the page was made, or not that of the host (RFC 9110, section 6.6.1).
const isWrong = (now) => now.slice(0, 10) < shown.made.slice(0, 10)
  || (host && (host.ahead || host.at + performance.now() - host.since - Date.now() > BEHIND))

// What there is to say at this moment: the list, or why there is none.
function stateAt(now) {
  if (isWrong(now)) return 'wrong'
  if (now.slice(0, 10) > shown.last) return 'over'
  return Date.parse(`${now}Z`) - Date.parse(`${shown.made}Z`) >= OLD ? 'old' : 'list'
}

function refresh() {
  const now = wallClock()
  const state = stateAt(now)
  root.dataset.state = state
  for (const one of shown.box.querySelectorAll('[data-when]')) one.hidden = one.dataset.when !== state
  find('.warning').hidden = !['old', 'over', 'wrong'].includes(state)
  sayTime(now, state)
  const listed = state === 'list' || state === 'old'
  const days = listed ? daysToCome(shown, now) : []
  if (listed) label(days, now, shown.say)
  const made = JSON.stringify([state, innerWidth, innerHeight, days.map(({ day, near, rows }) => [day, near, rows.map((row) => [shown.rows.indexOf(row), row.state])])])
  if (made === drawnFor) return
  drawnFor = made
  pages = listed ? paged(days) : []
  index = Math.min(index, Math.max(pages.length - 1, 0))
  show()
}

function show() {
  find('.number').textContent = pages.length < 2 ? '' : filled(shown.say.page, { number: index + 1, total: pages.length })
  const page = pages[index]
  root.classList.toggle('is-small', Boolean(page && !page.fit)) // not even one row fits: the page may be scrolled
  if (page) put(page.parts, page.fit || 1)
  else stage.replaceChildren()
}

// As the page writes hours: "9.30" or "09:30"; in the small hours always with two figures.
function inWords(hour, minutes) {
  const { clock } = shown.say
  return (clock.length > 4 || hour < 7 ? hour : Number(hour)) + clock.slice(-3, -2) + minutes
}

function sayTime(now, state) {
  const box = find('.clock')
  box.hidden = state === 'wrong'
  box.firstElementChild.textContent = inWords(now.slice(11, 13), now.slice(14))
  box.lastElementChild.textContent = shown.dates.get(now.slice(0, 10)) || ''
}

// The next page, or that of another number; after the last one the next language.
function turn(steps) {
  const next = index + steps
  if (next >= pages.length && held.length > 1) {
    index = 0
    toDisplay(held[(held.indexOf(shown) + 1) % held.length])
    refresh()
  } else {
    index = pages.length ? (next + pages.length) % pages.length : 0
    show()
  }
  left.turn = settings.pace
  moveALittle()
  if (pages.length > 1 && matchMedia('(prefers-reduced-motion: no-preference)').matches) stage.animate([{ opacity: 0 }, { opacity: 1 }], 500)
}

// Against burning in: all of it shifts by some pixels at each page, and lines and letters change places in colour.
let turns = 0
function moveALittle() {
  turns += 1
  const corner = (turns % 8) * Math.PI / 4
  root.style.setProperty('--shift-x', `${(Math.cos(corner) * .6).toFixed(2)}vmin`)
  root.style.setProperty('--shift-y', `${(Math.sin(corner) * .6).toFixed(2)}vmin`)
  root.classList.toggle('is-swapped', turns % 16 >= 8)
}

// ------------------------------------------------------------------------------------------------- newer versions

async function fetched(address) {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), 30e3)
  try {
    const answer = await fetch(address, { cache: 'no-cache', signal: stop.signal })
    if (!answer.ok) throw new Error(`${answer.status}: ${address}`)
    const at = Date.parse(answer.headers.get('date')) + 1000 * Number(answer.headers.get('age'))
    return { text: await answer.text(), at }
  } finally {
    clearTimeout(late)
  }
}

const parsed = (text) => new DOMParser().parseFromString(text, 'text/html')

// The same page with what is new; the same one where nothing is. A cache on the way may have an older one.
async function newer(one) {
  const { text, at } = await fetched(one.address)
  if (one === held[0] && at) host = { at, since: performance.now(), ahead: Date.now() - at > AHEAD }
  if (text === one.text) return one
  const page = parsed(text)
  const found = heldBy(page, one.address, text)
  if (found.made < one.made) return one
  if (one === held[0] && String(assets(page)) !== String(assets(document)) && found.made > one.made) {
    await Promise.all(assets(page).map(fetched)) // only when all of it is there
    location.reload()
  }
  return found
}

let asking = false
async function ask() {
  if (asking) return
  asking = true
  try {
    for (const [number, one] of held.entries()) {
      const found = await newer(one)
      if (found === one) continue
      held[number] = found
      if (shown === one) toDisplay(found)
    }
    await addLanguages()
    left.ask = ASK
  } catch {
    left.ask = ASK_AGAIN // no network, or no answer that we know: what is here goes on
  }
  asking = false
  refresh()
}

// The same screen in other languages, which take turns; one that cannot be had now is asked for again.
async function addLanguages() {
  for (const code of settings.also) {
    const link = document.querySelector(`link[hreflang="${CSS.escape(code)}"]`)
    if (!link || held.some(({ lang }) => lang === code)) continue
    const address = new URL(link.dataset.here, location.href).href
    try {
      const { text } = await fetched(address)
      held.push(heldBy(parsed(text), address, text))
    } catch { /* later */ }
  }
}

// ------------------------------------------------------------------------------------------------ keys and fingers

const does = {
  back: () => turn(-1),
  forward: () => turn(1),
  pause: () => { left.pause = left.pause ? 0 : GO_ON; sayPaused() },
}

function sayPaused() {
  find('.paused').textContent = left.pause ? shown.say.paused : ''
  root.classList.toggle('is-paused', left.pause > 0)
  find('[data-does="pause"]').textContent = left.pause ? shown.say.goOn : shown.say.pause
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const forward = root.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const keys = { ArrowLeft: 'back', ArrowRight: 'back', [forward]: 'forward', PageUp: 'back', PageDown: 'forward', ' ': 'pause' }
  if (!keys[event.key] || (event.key === ' ' && event.target.closest('button'))) return
  event.preventDefault()
  does[keys[event.key]]()
})
addEventListener('click', (event) => { if (!event.target.closest('button, a')) does.pause() })

// ---------------------------------------------------------------------------------------------------- going on

let minute = ''
function tick() {
  if (left.pause && !(left.pause -= 1)) sayPaused()
  if (!left.pause && (left.turn -= 1) <= 0) turn(1)
  if ((left.ask -= 1) <= 0) ask()
  const now = wallClock()
  if (now !== minute) refresh()
  minute = now
}

const here = location.origin + location.pathname
shown = heldBy(document, here, '')
held.push(shown)
toDisplay(shown)
refresh()
setInterval(tick, 1000)
addEventListener('resize', refresh)
addEventListener('online', ask)
document.addEventListener('visibilitychange', () => { if (!document.hidden) tick() })
addLanguages()
