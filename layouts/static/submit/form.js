// The form of /aanmelden/: what was answered becomes a content file, here in the browser. Nothing is stored or sent
// until somebody does so with one of the buttons at the end. Words come from the page, data from its lists.

import {agreed, answers, wrong} from './answers.js'
import {believed, by, chosen, form, onClock, onDay, words} from './page.js'
import {show} from './preview.js'
import {mistakes} from './schema.js'

const preview = by('preview')
// Where what the schema finds is shown: the rest of what it looks at is no answer.
const FIELDS = {
  titel: 'title', wanneer: 'kind', plek: 'place', online: 'online', prijs: 'price', aanmelden: 'booking',
  doelgroepen: 'audiences', onderwerpen: 'topics', contact: 'contact-name', toestemming: 'consent',
}
let unsent = false
let shown = []
let found
let pressed = false
let changed = false

function showProblems(problems) {
  shown = problems
  changed = false
  for (const one of form.querySelectorAll('.wrong')) one.hidden = true
  for (const one of form.querySelectorAll('[aria-invalid]')) one.removeAttribute('aria-invalid')
  const list = by('problem-list')
  list.textContent = ''
  for (const {id, text} of problems) {
    const field = by(id)
    const target = field.matches('fieldset') ? field.querySelector('input') : field
    const mark = by(id + '-wrong')
    mark.textContent = text
    mark.hidden = false
    target.setAttribute('aria-invalid', 'true')
    const link = document.createElement('a')
    link.href = '#' + target.id
    link.textContent = text
    list.append(document.createElement('li'))
    list.lastChild.append(link)
  }
  by('problems').hidden = !problems.length
}

// What was said to be wrong and is mended goes; what is new is said when the button is pressed.
// Not while somebody presses: what they press on would move away.
function mended() {
  if (pressed || !changed || !shown.length) return
  const {problems} = answers([])
  showProblems(problems.filter(one => shown.some(({id}) => id === one.id)))
}

function heldAgainst(schema, values) {
  for (const {path} of mistakes(values, schema)) {
    wrong(FIELDS[path[0]] || 'title', 'schema', {key: path.join(' › ')})
  }
}

let loading
// The schema, and the ids that are taken: fetched when somebody needs them.
function loaded() {
  const {schema, ids} = form.dataset
  loading = loading || Promise.all([schema, ids].map(async one => (await fetch(one)).json()))
  return loading
}

function follow() {
  for (const part of form.querySelectorAll('[data-when]')) {
    const [name, values] = part.dataset.when.split('=')
    part.hidden = !values.split(' ').includes(chosen(name))
  }
}

function sayBack({target}) {
  const said = by(target.id + '-said')
  if (said) said.value = target.value && (target.type === 'date' ? onDay : onClock)(target.value)
}

let rows = 0
function addRow(list, focus = true) {
  const number = ++rows
  const row = by(list + '-row').content.firstElementChild.cloneNode(true)
  for (const one of [row, ...row.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/-0/g, '-' + number))
    }
  }
  const before = by(list).lastElementChild
  by(list).append(row)
  bounded()
  for (const name of before ? ['start', 'end'] : []) {
    const [one, other] = [by(`${row.id}-${name}`), by(`${before.id}-${name}`)]
    if (!other) continue
    one.value = other.value
    sayBack({target: one})
  }
  row.querySelector('button').addEventListener('click', () => {
    row.remove()
    by('add-' + list).focus()
    numbered(list)
    changed = true
    mended()
  })
  numbered(list)
  if (focus) row.querySelector('input').focus()
}

function bounded() {
  for (const one of form.querySelectorAll('[type=date]')) [one.min, one.max] = believed()
}

function numbered(list) {
  const all = [...by(list).children]
  all.forEach((row, index) => { row.querySelector('.number').textContent = index + 1 })
  if (list === 'moments') all[0].querySelector('button').hidden = all.length === 1
  all.slice(1).forEach(row => { row.querySelector('button').hidden = false })
}

async function check(event) {
  if (event) event.preventDefault()
  const [schema, ids] = await loaded().catch(() => { loading = null; return [null, []] })
  found = answers(ids)
  if (!schema) wrong('title', 'no-schema')
  else if (!found.problems.length) heldAgainst(schema, found.values)
  showProblems(found.problems)
  if (found.problems.length) by('problems').focus()
  else show(found)
}

function copied() {
  const range = document.createRange()
  range.selectNodeContents(by('file-text'))
  const selection = getSelection()
  selection.removeAllRanges()
  selection.addRange(range)
  return navigator.clipboard ? navigator.clipboard.writeText(by('file-text').textContent) : Promise.reject()
}

form.reset() // what a browser kept of it would be half of it
addRow('moments', false)
follow()
form.addEventListener('input', () => { unsent = true; preview.hidden = true; follow() })
form.addEventListener('change', event => { follow(); sayBack(event); changed = true; mended() })
addEventListener('pointerdown', () => { pressed = true })
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { pressed = false; setTimeout(mended, 100) })
form.addEventListener('submit', check)
for (const list of ['moments', 'skips']) by('add-' + list).addEventListener('click', () => addRow(list))
by('goes-on').addEventListener('click', () => { agreed.days = String(found.holidays); check() })
by('goes-not').addEventListener('click', () => { form.querySelector('[name=except][value=feestdagen]').checked = true; check() })
by('copy').addEventListener('click', () => copied().then(
  () => { by('sent').textContent = words.copied },
  () => { by('file-text').closest('details').open = true; by('sent').textContent = words.selected },
))
for (const one of preview.querySelectorAll('a.ending')) {
  one.addEventListener('click', () => {
    unsent = false
    const paste = {'by-mail': 'mail-long', 'by-forge': 'forge-paste'}[one.id]
    if (paste && !by(paste).hidden) copied().catch(() => {})
    by('sent').textContent = words[one.id]
  })
}
addEventListener('beforeunload', event => {
  if (unsent) {
    event.preventDefault()
    event.returnValue = ''
  }
})
// Nobody agrees by going back.
addEventListener('pageshow', () => {
  by('consent-1').checked = false
  preview.hidden = true
})
form.hidden = false
by('no-form').hidden = true
