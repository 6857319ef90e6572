// The activity as residents will see it, and the ways to send it.

import {listed} from './dates.js'
import {by, chosen, data, onClock, onDay, option, say, words} from './page.js'

const MAIL_LIMIT = 1800 // characters of an address that Windows hands to a mail program
const preview = by('preview')
const events = by('same-link').getAttribute('href')
const hours = one => onClock(one.start) + (one.end ? '–' + onClock(one.end) : '')

function sentence(when) {
  if (when.moments) return ''
  const days = listed(when.weekdays.map(one => data.weekdays[one]), words.and)
  const nth = when.nths && listed(when.nths.map(one => words.nths[one]), words.and)
  return say(nth ? 'monthly' : when.step > 1 ? 'steps' : 'weekly', {days, nth, n: when.step})
}

function fill(id, text) {
  by(id).textContent = text
  by(id).closest('[data-part]').hidden = !text
}

export function show(found) {
  const {dates, place, when} = found
  const priced = {free: words.free, amount: '€ ' + found.cost, text: found.cost}[chosen('price')]
  const area = place.plek && (place.plek.wijk ? option('place-area').dataset.name : option('place').dataset.area)
  const name = place.online ? words.online : place.plek.naam || option('place').dataset.name
  fill('card-time', hours(dates[0]))
  fill('card-title', found.title)
  fill('card-place', [name, area].filter(Boolean).join(', '))
  fill('card-repeats', sentence(when))
  fill('card-price', priced || '')
  by('card-booking').textContent = found.signUp ? words['sign-up'] : words['walk-in']
  fill('card-day', onDay(dates[0].day))
  fill('card-text', found.body)
  by('card-dates').replaceChildren(...dates.map(one => {
    const item = document.createElement('li')
    item.textContent = `${onDay(one.day)}, ${hours(one)}`
    return item
  }))
  by('file-path').textContent = found.path
  by('file-text').textContent = found.text
  const days = found.holidays.slice(0, 4).map(one => [data.holidays[one], onDay(one)].filter(Boolean).join(', ')).join('; ')
  fill('card-holidays', days && !found.goesOn && say('holidays', {days}))
  by('same').hidden = !found.same
  by('same-link').textContent = found.same || ''
  by('same-link').href = events + (found.same ? found.same + '/' : '')
  endings(found)
  preview.hidden = false
  preview.focus()
}

function endings({path, text, title, name}) {
  by('new-organisation').hidden = !name
  const encoded = encodeURIComponent
  URL.revokeObjectURL(by('by-download').href)
  by('by-download').href = URL.createObjectURL(new Blob([text], {type: 'text/markdown'}))
  by('by-download').download = path.split('/').pop()
  const {editors, forge} = data
  if (editors) {
    const start = `mailto:${editors}?subject=${encoded(say('subject', {title}))}&body=`
    const body = encoded(`${path}\n\n${text}`.replace(/\n/g, '\r\n'))
    const whole = (start + body).length <= MAIL_LIMIT
    by('by-mail').href = start + (whole ? body : encoded(words.paste))
    by('mail-long').hidden = whole
  }
  if (forge) {
    const named = `${forge.address}?${forge.name}=${encoded(forge.folder + path)}`
    const filled = `${named}&${forge.text}=${encoded(text)}`
    const whole = forge.text && encoded(filled).length <= forge.longest
    by('by-forge').href = whole ? filled : named
    by('forge-paste').hidden = whole
    by('forge-part').hidden = Boolean(name)
  }
  by('sent').textContent = ''
}
