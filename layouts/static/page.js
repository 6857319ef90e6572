// Keeps a page true while time goes on: it says itself when each thing is over, on the region's clock.

const page = document.documentElement
const { made, zone } = page.dataset
const ALL_TOO_OLD = 7 // days after which a page says that there may be newer

// The region's wall clock as the page writes moments, 2026-11-22T16:00: such moments compare as text. Swedish writes so.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
const wallClock = () => clock.format(new Date()).replace(' ', 'T')

function daysAfter(day, number) {
  return new Date(Date.parse(`${day}T00:00Z`) + number * 864e5).toISOString().slice(0, 10)
}

function hideWhatIsOver(now) {
  for (const one of document.querySelectorAll('[data-until], [data-from]')) {
    if (one.closest('[data-past]')) continue
    const { until, from, over } = one.dataset
    const isOver = until <= now
    if (over) one.classList.toggle('is-over', isOver)
    one.hidden = from > now || (isOver && !over)
  }
}

function nameDays(today) {
  const { sayToday, sayTomorrow, sayNow } = page.dataset
  const names = { [today]: sayToday, [daysAfter(today, 1)]: sayTomorrow }
  for (const one of document.querySelectorAll('[data-day]')) {
    const { day, until } = one.dataset
    const near = one.querySelector('.is-near')
    if (near) near.textContent = names[day] || (until && day < today && !one.closest('[data-past]') ? sayNow : '')
    one.classList.toggle('is-today', day === today)
  }
}

function sayNextDate() {
  const next = document.querySelector('[data-next]')
  const date = next && document.querySelector('[data-dates] [data-said]:not(.is-over)')
  if (next) next.hidden = !date
  if (date) next.textContent = date.dataset.said
}

// Where all of a list is over, its words for "nothing" appear.
function sayWhatIsEmpty() {
  for (const list of document.querySelectorAll('[data-empty]')) {
    document.getElementById(list.dataset.empty).hidden = [...list.children].some((child) => !child.hidden)
  }
}

// What is true now.
function refresh() {
  const now = wallClock()
  const today = now.slice(0, 10)
  if (today < made) return // the reader's clock cannot be right: the page stays as it was made
  page.dataset.now = now
  hideWhatIsOver(now)
  nameDays(today)
  sayNextDate()
  sayWhatIsEmpty()
  const nothing = today > made && document.querySelector('#nothing-left:not([hidden])')
  const stale = 'stale' in page.dataset || nothing || daysAfter(made, ALL_TOO_OLD) <= today
  for (const one of document.querySelectorAll('[data-old]')) one.hidden = !stale
}

// The neighbourhood that was chosen goes along in the address; the same page in another language gets all of the query.
const written = new WeakMap()

function carry() {
  const query = new URLSearchParams(page.dataset.query ?? location.search) // an embed keeps its look to itself
  const area = page.dataset.area || query.get('area') || ''
  for (const link of document.querySelectorAll('a[href]:not([data-leaves])')) {
    if (!written.has(link)) written.set(link, link.getAttribute('href'))
    const [path, hash] = written.get(link).split('#')
    const [address, search] = path.split('?')
    if (!address.endsWith('/') || new URL(address, location).origin !== location.origin) continue
    const own = new URLSearchParams(link.hreflang || 'keeps' in link.dataset ? query : '')
    for (const [name, value] of new URLSearchParams(search)) if (!own.has(name)) own.append(name, value)
    if (/^[a-z0-9-]+$/.test(area) && !own.has('area') && !link.hreflang) own.set('area', area)
    link.setAttribute('href', address + (String(own) && `?${own}`) + (hash ? `#${hash}` : ''))
  }
}

function follow() {
  refresh()
  carry()
}

function tell() {
  refresh()
  document.dispatchEvent(new Event('time-went-on'))
}

follow()
setInterval(tell, 60e3)
addEventListener('pageshow', tell)
document.addEventListener('visibilitychange', tell)
document.addEventListener('page-changed', follow)
