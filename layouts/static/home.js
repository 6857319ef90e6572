// What is on today, tomorrow and in the weekend, where the home page does not know: on another day than that of its build,
// when the first things of today are over, and for one neighbourhood. The page of the week knows. Words come from the page.

const page = document.documentElement
const { made } = page.dataset
const parts = document.querySelector('[data-weeks]')
const { weeks, sayMore, sayNothing, sayUnknown } = parts.dataset
const MOST = 6
const area = new URLSearchParams(location.search).get('area')
const known = area && [...document.querySelectorAll('[data-area]')].find((one) => one.dataset.area === area)
const read = new Map()
let filled = `${made} 0`
const language = page.lang === 'en' ? 'en-GB' : `${page.lang}-u-nu-latn` // as the page itself writes dates
const inWords = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

const capital = (text) => text.charAt(0).toLocaleUpperCase(page.lang) + text.slice(1)
const asDate = (day) => new Date(`${day}T00:00Z`)
const daysAfter = (day, number) => new Date(asDate(day).getTime() + number * 864e5).toISOString().slice(0, 10)
const weekday = (day) => (asDate(day).getUTCDay() + 6) % 7 // Monday is 0

// The Saturday and the Sunday that come after a day; on a Saturday the Sunday alone.
function weekendAfter(day) {
  const monday = daysAfter(day, (weekday(day) === 6 ? 7 : 0) - weekday(day))
  return [daysAfter(monday, 5), daysAfter(monday, 6)].filter((one) => one > day)
}

// ISO 8601: a week belongs to the year of its Thursday.
function weekAddress(day) {
  const thursday = daysAfter(day, 3 - weekday(day))
  const year = thursday.slice(0, 4)
  const number = 1 + Math.floor((asDate(thursday) - asDate(`${year}-01-01`)) / 6048e5)
  return new URL(`${weeks}${year}/w${String(number).padStart(2, '0')}/`, location.href).href
}

async function weekOf(day) {
  const address = weekAddress(day)
  if (!read.has(address)) {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status}: ${address}`)
    const week = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const one of week.querySelectorAll('.card a, .card use')) {
      one.setAttribute('href', new URL(one.getAttribute('href'), address).href)
    }
    read.set(address, week)
  }
  return read.get(address)
}

// The cards of a day: what begins on it, and before that what lasts whole days and is not over.
async function cardsOf(day, now) {
  const week = await weekOf(day)
  return [...week.querySelectorAll('section.day[data-day]:not([data-past]) .card')].filter((card) => {
    const first = card.closest('.day').dataset.day
    const { until, is } = card.dataset
    return until > now && (first === day || (first < day && until >= `${daysAfter(day, 1)}T00:00`))
      && (!known || is.split(' ').includes(`area:${area}`))
  })
}

function put(section, day, cards) {
  const [list] = section.getElementsByClassName('cards')
  list.replaceChildren(...cards.slice(0, MOST).map((card) => document.importNode(card, true)))
  if (known || page.dataset.now.slice(0, 10) !== made) document.getElementById(list.dataset.empty).textContent = sayNothing
  let more = list.parentNode.querySelector(':scope > p > .button')
  if (!more) {
    more = Object.assign(document.createElement('a'), { className: 'button' })
    const line = Object.assign(document.createElement('p'), { className: 'gap' })
    line.append(more)
    document.getElementById(list.dataset.empty).after(line)
  }
  more.textContent = sayMore
  more.href = `${weekAddress(day)}${known ? `?area=${area}` : ''}#d-${day}`
  more.parentNode.hidden = cards.length <= MOST
}

function putDate(section, day) {
  const date = section.querySelector('h2 time')
  if (date) Object.assign(date, { dateTime: day, textContent: inWords.format(asDate(day)) })
}

async function fillWeekend(section, today, now) {
  const days = weekendAfter(today)
  const halves = [...section.querySelectorAll('.half')]
  while (halves.length < days.length) {
    const half = halves[0].cloneNode(true)
    for (const list of half.querySelectorAll('[data-empty]')) {
      const empty = half.querySelector(`#${list.dataset.empty}`)
      list.dataset.empty = empty.id = `${empty.id}-again`
    }
    halves[halves.length - 1].after(half)
    halves.push(half)
  }
  const heading = section.querySelector('h2')
  heading.textContent = heading.dataset[weekday(today) === 6 ? 'sayNext' : weekday(today) === 5 ? 'sayTomorrow' : 'sayThis']
  for (const [number, half] of halves.entries()) {
    const day = days[number]
    half.hidden = !day
    if (!day) continue
    const cards = await cardsOf(day, now)
    const inAfternoon = (card) => card.dataset.is.split(' ').includes('part:afternoon')
    half.dataset.day = day
    half.querySelector('h3 .is-near').nextSibling.textContent = ` ${capital(inWords.format(asDate(day)))}`
    put(half, day, cards.filter(inAfternoon))
    const rest = half.querySelector('details')
    if (rest) {
      const others = cards.filter((card) => !inAfternoon(card)).slice(0, MOST)
      rest.querySelector('.cards').replaceChildren(...others.map((card) => document.importNode(card, true)))
      rest.hidden = !others.length
    }
  }
}

async function fill(today, now) {
  for (const section of document.querySelectorAll('[data-shows]')) {
    section.hidden = false
    const shows = section.dataset.shows
    if (shows === 'weekend') {
      await fillWeekend(section, today, now)
    } else {
      const day = shows === 'today' ? today : daysAfter(today, 1)
      if (shows !== 'today' && weekendAfter(today).includes(day)) {
        section.hidden = true // it stands in the weekend
        continue
      }
      putDate(section, day)
      put(section, day, await cardsOf(day, now))
    }
  }
}

// Of another day than this the page knows nothing, and says so.
function giveUp(today) {
  page.dataset.stale = ''
  for (const section of document.querySelectorAll('[data-shows]')) {
    section.hidden = section.dataset.shows !== 'today'
    if (section.hidden) continue
    putDate(section, today)
    put(section, today, [])
    section.querySelector(`#${section.querySelector('.cards').dataset.empty}`).textContent = sayUnknown
  }
}

async function follow() {
  const { now } = page.dataset
  if (!now) return
  const today = now.slice(0, 10)
  const over = parts.querySelectorAll('[data-shows="today"] .card[hidden]').length
  const state = `${today} ${over}`
  if (state === filled && !(known && !read.size)) return
  filled = state
  try {
    await fill(today, now)
    filled = `${today} 0`
    delete page.dataset.stale
  } catch {
    filled = ''
    if (today !== made) giveUp(today)
  }
  document.dispatchEvent(new Event('page-changed'))
}

// Which neighbourhood is looked at; in it, only its own places are open.
function sayWhere() {
  const looking = document.querySelector('[data-looking]')
  looking.querySelector('strong').textContent = known.dataset.name
  looking.hidden = false
  const places = document.querySelector('.open-places')
  if (!places) return
  for (const one of places.querySelectorAll('[data-areas]')) {
    if (!one.dataset.areas.split(' ').includes(area)) one.remove()
  }
  if (!places.children.length) places.closest('section').remove()
}

if (known) sayWhere()
document.addEventListener('time-went-on', follow)
follow()
