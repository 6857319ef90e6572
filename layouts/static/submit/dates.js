// The dates of structured answers, and what their file says of them. Days are texts as 2026-12-01, reckoned in UTC so
// that no clock change moves them; weekdays count from Monday, 0. tests/browser/ holds them against the real engine.

const DAY = 864e5
const YEARS = 3
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const NTHS = {1: '1e', 2: '2e', 3: '3e', 4: '4e', '-1': 'laatste'}

const at = day => Date.parse(day + 'T00:00Z')
const text = time => new Date(time).toISOString().slice(0, 10)
export const isDay = day => /^\d{4}-\d\d-\d\d$/.test(day) && !isNaN(at(day)) && text(at(day)) === day
export const later = (day, count) => text(at(day) + count * DAY)
export const inYears = (day, count) => text(Date.UTC(+day.slice(0, 4) + count, day.slice(5, 7) - 1, day.slice(8)))
export const weekday = day => (new Date(at(day)).getUTCDay() + 6) % 7
export const listed = (items, and) =>
  items.length < 2 ? items.join('') : items.slice(0, -1).join(', ') + ` ${and} ` + items[items.length - 1]
const hours = one => (one.end ? `${one.start}-${one.end}` : one.start)

// What stands under the key `wanneer`.
export function written(when) {
  if (when.moments) {
    const entries = when.moments.map(one => ({op: one.day, tijd: hours(one)}))
    return entries.length === 1 ? entries[0] : entries
  }
  const days = listed(when.weekdays.map(one => WEEKDAYS[one]), 'en')
  const every = when.nths
    ? `${listed(when.nths.map(one => NTHS[one]), 'en')} ${days} van de maand`
    : when.step > 1 ? `om de ${when.step} weken op ${days}` : days
  return {
    elke: every,
    tijd: hours(when),
    vanaf: when.from,
    ...(when.until && {'tot en met': when.until}),
    ...(when.except.length && {behalve: when.except}),
  }
}

function falls(when, time, day) {
  if (!when.weekdays.includes(weekday(day))) return false
  if (!when.nths) {
    const monday = one => one - weekday(text(one)) * DAY
    return (monday(time) - monday(at(when.from))) / DAY / 7 % when.step === 0
  }
  const nth = Math.ceil(+day.slice(8) / 7)
  const last = text(time + 7 * DAY).slice(0, 7) !== day.slice(0, 7)
  return when.nths.includes(nth) || (last && when.nths.includes(-1))
}

export const isIn = (ranges, day) => ranges.some(([first, last]) => first <= day && day <= last)

// The days from `today` on, at most `count`; `sets` has the ranges of the holidays that `except` names.
export function coming(when, sets, today, count) {
  if (when.moments) {
    return when.moments.filter(one => one.day >= today).sort((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1)).slice(0, count)
  }
  const out = day => when.except.some(one => one === day || isIn(sets[one] || [], day))
  const found = []
  const begin = Math.max(at(when.from), at(today))
  for (let time = begin; time < begin + YEARS * 366 * DAY && found.length < count; time += DAY) {
    const day = text(time)
    if (when.until && day > when.until) break
    if (falls(when, time, day) && !out(day)) found.push({day, start: when.start, end: when.end})
  }
  return found
}
