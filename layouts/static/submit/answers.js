// What was answered, and what is wrong with it.

import {coming, isDay, isIn, later, weekday, written} from './dates.js'
import {believed, by, chosen, data, form, get, onClock, onDay, option, raw, say, ticked, today} from './page.js'
import {clean, file} from './yaml.js'

const EMAIL = /^[\w.+'-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}$/
const WEB = /^https?:\/\/[^\s/@:<>"'`{}|\\^]+\.[^\s@<>"'`{}|\\^]+$/
// As content/prices.py: 2, 2,5, 2,-, € 2,50 and 2,50 euro.
const AMOUNT = /^(?:€|eur)? ?([0-9]{1,4})(?:[.,]([0-9]{1,2})|,-)? ?(?:euro|eur)?$/i
const MOST = 366 // dates that are looked at
let problems = []
// The public holidays of which somebody said that it goes ahead.
export const agreed = {days: ''}

// Of each field what is wrong with it first.
export function wrong(id, key, gaps) {
  if (!problems.some(one => one.id === id)) problems.push({id, text: say(key, gaps)})
}
const pruned = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value))

function needed(id, limit = 200) {
  const text = get(id)
  if (!text) wrong(id, 'missing-' + id)
  return atMost(id, text, limit)
}

function atMost(id, text, limit) {
  const length = [...text].length
  if (length > limit) wrong(id, 'too-long', {n: length, limit})
  return text
}

function phone(id) {
  const text = get(id)
  const digits = text.replace(/[^0-9]/g, '').length
  if (text && !(/^\+?[0-9 ()./-]+$/.test(text) && digits >= 3 && digits <= 16)) wrong(id, 'bad-phone')
  return text
}

function address(id, pattern, key) {
  const text = get(id)
  if (text && !pattern.test(text)) wrong(id, key)
  return text
}

// A day that exists and of which the year is believed, else none.
function dated(id, missing) {
  const day = raw(id)
  const [first, last] = believed()
  if (!day && !by(id).validity.badInput) missing && wrong(id, missing)
  else if (!isDay(day)) wrong(id, 'bad-day')
  else if (day < first || day > last) wrong(id, 'far-day', {day: onDay(day), first: onDay(first), last: onDay(last)})
  else return day
  return ''
}

// As content/schedule_checks.py: no time at which the clock goes forward.
function exist(prefix, {day, start, end}) {
  for (const [on, from, to] of data.gaps) {
    for (const [field, time, its] of [['start', start, day], ['end', end, end <= start ? later(day, 1) : day]]) {
      if (time && its === on && from <= time && time < to) wrong(prefix + field, 'no-time', {day: onDay(on), time: onClock(time)})
    }
  }
}

function hoursOf(prefix) {
  const [start, end] = [raw(prefix + 'start'), raw(prefix + 'end')]
  if (!start) wrong(prefix + 'start', 'missing-start')
  else if (end && end <= start && end > '06:00') wrong(prefix + 'end', 'bad-end')
  else if (end === start) wrong(prefix + 'end', 'bad-end')
  return {start, end}
}

function moments() {
  return [...by('moments').children].map(row => {
    const prefix = row.id + '-'
    const day = dated(prefix + 'day', 'missing-day')
    if (day && day < today()) wrong(prefix + 'day', 'past', {day: onDay(day)})
    const moment = {day, ...hoursOf(prefix)}
    if (day) exist(prefix, moment)
    return moment
  })
}

function series(monthly) {
  const when = {from: '', step: 1, weekdays: [], except: []}
  if (monthly) {
    when.nths = ticked('nths').map(Number)
    when.weekdays = [Number(raw('weekday'))]
    if (!when.nths.length) wrong('nths', 'missing-nths')
  } else {
    when.step = Number(raw('step'))
    when.weekdays = ticked('weekdays').map(Number)
    if (!when.weekdays.length) wrong('weekdays', 'missing-weekdays')
  }
  Object.assign(when, hoursOf('series-'))
  when.from = dated('from', 'missing-from')
  when.until = dated('until')
  if (when.from && when.step > 1 && when.weekdays.length && !when.weekdays.includes(weekday(when.from))) {
    wrong('from', 'bad-first', {day: onDay(when.from)})
  }
  if (when.until && when.until < when.from) wrong('until', 'bad-until')
  when.except = ticked('except')
  if (when.except.includes('schoolvakanties') && !school()) wrong('except', 'no-schools')
  for (const row of by('skips').children) {
    const day = dated(row.id + '-day')
    if (day) when.except.push(day)
  }
  for (const day of data.gaps.flatMap(([on]) => [later(on, -1), on])) {
    for (const one of coming(when, setsHere(), day, 1)) if (one.day === day) exist('series-', one)
  }
  return when
}

// Which school holidays hold: those of the neighbourhood, else of the region.
function school() {
  const place = chosen('place')
  const area = place === 'new' ? option('place-area') : place === 'online' ? null : option('place')
  return (area && area.dataset.school) || form.dataset.school
}

const setsHere = () => ({...data.sets, schoolvakanties: data.sets['schoolvakanties ' + school()]})

function where() {
  const place = chosen('place')
  if (!place) wrong('place', 'missing-place')
  if (place === 'online') {
    if (!get('online')) wrong('online', 'missing-online')
    return {online: address('online', WEB, 'bad-url')}
  }
  if (place !== 'new') return {plek: place}
  const keys = {naam: needed('place-name'), straat: get('street'), postcode: get('postcode'), woonplaats: get('city')}
  if (!raw('place-area')) wrong('place-area', 'missing-place-area')
  return {plek: pruned({...keys, wijk: raw('place-area')})}
}

function price() {
  const kind = chosen('price')
  if (!kind) wrong('price', 'missing-price')
  if (kind === 'free') return 'gratis'
  if (kind === 'text') return needed('price-text', 300)
  if (kind !== 'amount') return ''
  const [, euros, cents = ''] = AMOUNT.exec(get('amount')) || []
  if (!Number(euros + cents)) wrong('amount', get('amount') ? 'bad-amount' : 'missing-amount')
  return Number(cents) ? `${euros},${cents.padEnd(2, '0')}` : euros
}

function booking(last) {
  if (!chosen('booking')) wrong('booking', 'missing-sign-up')
  if (chosen('booking') !== 'yes') return null
  const ways = {
    telefoon: phone('booking-phone'),
    'e-mail': address('booking-email', EMAIL, 'bad-email'),
    url: address('booking-url', WEB, 'bad-url'),
  }
  if (!Object.values(ways).some(Boolean)) wrong('booking-phone', 'missing-booking')
  const until = dated('booking-until')
  if (until && until < today()) wrong('booking-until', 'past', {day: onDay(until)})
  else if (last && until > last) wrong('booking-until', 'late', {day: onDay(until), last: onDay(last)})
  const places = get('capacity')
  if (places && !/^[1-9][0-9]{0,4}$/.test(places)) wrong('capacity', 'bad-capacity')
  return pruned({
    verplicht: 'ja', ...ways, 'tot en met': until, plekken: Number(places),
    opmerking: atMost('booking-note', get('booking-note'), 500),
  })
}

const slug = text => text.normalize('NFD').toLowerCase().replace(/[^a-z0-9 _-]/g, '').trim().replace(/[ _-]+/g, '-').replace(/^-|-$/g, '')

// Returns the file with what its preview needs, and the problems, to which the schema may add; `ids` are taken.
export function answers(ids) {
  problems = []
  const title = needed('title', 120)
  const body = clean(raw('text'))
  const organisation = chosen('organisation')
  if (!organisation) wrong('organisation', 'missing-organisation')
  const name = organisation === 'new' ? needed('organisation-name') : ''
  const place = where()
  const when = chosen('kind') === 'once' ? {moments: moments()} : series(chosen('kind') === 'monthly')
  const year = problems.length ? [] : coming(when, setsHere(), today(), MOST)
  const dates = year.slice(0, 5)
  if (!problems.length && !dates.length) wrong('kind', 'no-dates')
  const holidays = when.moments ? [] : year.filter(one => isIn(data.sets.feestdagen, one.day)).map(one => one.day)
  const audiences = ticked('audiences')
  const cost = price()
  const ends = year.length && year.length < MOST ? year[year.length - 1].day : when.until
  const signUp = booking((when.moments || when.until) && ends)
  const goesOn = holidays.length && agreed.days === String(holidays)
  const topics = ticked('topics')
  if (!topics.length) wrong('topics', 'missing-topics')
  const contact = pruned({
    naam: get('contact-name'), telefoon: phone('contact-phone'),
    'e-mail': address('contact-email', EMAIL, 'bad-email'),
  })
  const personal = Object.keys(contact).length || (signUp && (signUp.telefoon || signUp['e-mail']))
  if (personal && !by('consent-1').checked) wrong('consent', 'missing-consent')
  const values = {
    titel: title,
    wanneer: written(when),
    ...place,
    onderwerpen: topics,
    ...(audiences.length && {doelgroepen: audiences}),
    ...(cost && {prijs: cost}),
    ...(signUp && {aanmelden: signUp}),
    ...(Object.keys(contact).length && {contact}),
    ...(personal && {toestemming: 'ja'}),
    ...(goesOn && {bewust: {'on-holiday': say('goes-on')}}),
  }
  const id = `${name ? slug(name) || 'nieuw' : organisation}/${slug(title) || 'activiteit-' + (dates[0] || {}).day}`
  const same = ids.includes(id) && id
  let number = 1
  while (ids.includes(number > 1 ? `${id}-${number}` : id)) number += 1
  const path = `events/${number > 1 ? `${id}-${number}` : id}.md`
  const note = name ? `# ${say('new-organisation', {name})}\n` : ''
  return {values, path, same, title, body, name, when, dates, holidays, goesOn, place, cost, signUp, problems, text: file(values, body).replace('\n', '\n' + note)}
}
