// What the page of the form holds: its words and data, and the answers as they stand.

import {inYears, isDay} from './dates.js'
import {line} from './yaml.js'

export const by = id => document.getElementById(id)
const read = id => JSON.parse(by(id).textContent)
export const form = by('submit-form')
export const words = read('submit-words')
export const data = read('submit-data')

export const say = (key, gaps = {}) => words[key].replace(/\{(\w+)\}/g, (_, gap) => gaps[gap])
export const raw = id => by(id).value
export const get = id => line(raw(id))
export const chosen = name => form.elements[name].value
export const ticked = name => [...form.querySelectorAll(`[name="${name}"]:checked`)].map(one => one.value)
export const option = id => by(id).selectedOptions[0]

const LONG = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}
const LOCALE = form.lang === 'en' ? 'en-GB' : form.lang // as the pages say dates
export const onDay = day => isDay(day) ? new Intl.DateTimeFormat(LOCALE, LONG).format(new Date(day + 'T00:00Z')) : ''
export const onClock = time => data.clock.replace('{h}', time.slice(0, 2)).replace('{m}', time.slice(3, 5))

export function today() {
  const now = new Date()
  return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10)
}

// From when to when a day is believed: beyond that a year was mistyped.
export const believed = () => [inYears(today(), -1), inYears(today(), 3)]
