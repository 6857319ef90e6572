// Keeps a page true while time goes on. Nothing here asks anybody: the page says when each thing is over, on the region's
// clock, and which words belong to which day. Without script the page is right as of the day that it names.

const page = document.documentElement
const { made, zone } = page.dataset
const ALL_TOO_OLD = 7 // days after which a page says that there may be newer

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

// The region's wall clock as the page writes moments: 2026-11-22T16:00. Such moments compare as text.
function wallClock() {
  const parts = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

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
  const date = next && document.querySelector('[data-dates] [data-until]:not(.is-over)')
  if (date) next.textContent = date.dataset.said
}

// Where all of a list is over, its words for "nothing" appear.
function sayWhatIsEmpty() {
  let nothing = false
  for (const list of document.querySelectorAll('[data-empty]')) {
    const empty = [...list.children].every((child) => child.hidden)
    document.getElementById(list.dataset.empty).hidden = !empty
    nothing = nothing || (empty && list.children.length > 0)
  }
  return nothing
}

function refresh() {
  const now = wallClock()
  const today = now.slice(0, 10)
  if (today < made) return // the reader's clock cannot be right: the page stays as it was made
  hideWhatIsOver(now)
  nameDays(today)
  sayNextDate()
  const nothing = sayWhatIsEmpty()
  const old = document.querySelector('[data-old]')
  if (old) old.hidden = today === made || !(nothing || daysAfter(made, ALL_TOO_OLD) <= today)
  document.dispatchEvent(new Event('time-went-on'))
}

refresh()
setInterval(refresh, 60e3)
addEventListener('pageshow', refresh)
document.addEventListener('visibilitychange', refresh)
