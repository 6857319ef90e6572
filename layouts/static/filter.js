// Narrows a list down by what its cards are (data-is). What is chosen stands in the address, and nowhere else. Of one kind
// any choice will do; all kinds must fit.

const box = document.querySelector('[data-filter]')
const { kinds, say } = JSON.parse(box.querySelector('script').textContent)
const status = box.querySelector('[role="status"]')
const details = box.querySelector('details')
const cards = [...document.querySelectorAll('main [data-is]')].map((element) => (
  { element, is: new Set(element.dataset.is.split(' ')), counts: !element.matches('.is-off') && !element.closest('[data-past]') }
))
const options = new Map() // by facet
const chosen = new Set()

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name])
const kindOf = (facet) => facet.split(':')[0]

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function icon(name) {
  const drawing = box.querySelector('.icon').cloneNode(true)
  const use = drawing.firstElementChild
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, `#${name}`))
  return drawing
}

function writeAddress() {
  const query = new URLSearchParams(location.search)
  for (const facet of options.keys()) query.delete(kindOf(facet))
  for (const facet of chosen) {
    const [kind, value = '1'] = facet.split(':')
    query.append(kind, value)
  }
  history.replaceState(history.state, '', `${location.pathname}${String(query) && `?${query}`}${location.hash}`)
}

function byKind(facets) {
  const found = new Map()
  for (const facet of facets) found.set(kindOf(facet), [...(found.get(kindOf(facet)) || []), facet])
  return found
}

// What fits some choices: any of a kind, all kinds.
function fitting(facets) {
  const wanted = [...byKind(facets).values()]
  return cards.filter(({ is }) => wanted.every((kind) => kind.some((facet) => is.has(facet))))
}

const inTime = ({ element, counts }) => counts && !element.closest('[hidden]')
const count = (facets) => fitting(facets).filter(inTime).length
const without = (kind) => [...chosen].filter((facet) => kindOf(facet) !== kind)

function show() {
  const fits = new Set(fitting(chosen))
  for (const card of cards) card.element.classList.toggle('is-out', !fits.has(card))
  for (const list of document.querySelectorAll('main .day, main .later')) {
    const group = list.matches('.later') ? list.parentNode : list
    group.classList.toggle('is-out', chosen.size > 0 && !list.querySelector('[data-is]:not(.is-out):not([hidden])'))
  }
  for (const link of document.querySelectorAll('main nav a[href^="#d-"]')) {
    const day = document.getElementById(link.hash.slice(1))
    link.parentNode.classList.toggle('is-out', Boolean(day && day.closest('.is-out')))
  }
  for (const [facet, { input, label, number }] of options) {
    const left = count([...without(kindOf(facet)), facet])
    number.textContent = `(${left})`
    label.classList.toggle('is-none', !left)
    input.checked = chosen.has(facet)
  }
  const number = [...fits].filter(inTime).length
  const found = fill(say.found, { number })
  if (status.textContent !== found) status.textContent = found
  showWaysOut(!number && chosen.size > 0)
}

const chips = make('ul', { className: 'chips' })
const ways = make('div', { className: 'message', hidden: true })

function button(className, words, facets, focus) {
  const made = make('button', { type: 'button', className }, ...words)
  made.onclick = () => {
    const place = [...chips.children].indexOf(made.parentNode)
    choose(facets)
    const next = focus && (chips.children[place] || chips.lastChild)
    ;(next ? next.firstChild : details.firstElementChild).focus()
  }
  return make('li', {}, made)
}

function showChips() {
  chips.replaceChildren(...[...chosen].map((facet) => button(
    '', [options.get(facet).name, icon('cross'), make('span', { className: 'unseen' }, say.remove)],
    [...chosen].filter((other) => other !== facet), true,
  )))
  if (chosen.size) chips.append(button('', [say.clear], []))
}

// What is near to choices that nothing fits: the same without one kind, the narrowest first, and a wider area.
function showWaysOut(needed) {
  ways.hidden = !needed
  if (!needed) return
  const found = []
  for (const facet of chosen) {
    const above = `area:${options.get(facet).above}`
    if (options.has(above)) found.push([[...without('area'), above], 'instead', options.get(above).name])
  }
  const groups = [...byKind(chosen)].sort(([, one], [, other]) => count(one) - count(other))
  for (const [kind, facets] of groups) {
    found.push([without(kind), 'without', facets.map((facet) => options.get(facet).name).join(', ')])
  }
  const buttons = found.filter(([facets]) => count(facets)).slice(0, 4).map(([facets, words, name]) => {
    return button('button', [fill(say[words], { choice: name, area: name, number: count(facets) })], facets)
  })
  const list = make('ul', { className: 'buttons' }, ...buttons)
  ways.replaceChildren(icon('info'), make('div', {}, make('p', {}, say.nothing), list))
}

function choose(facets) {
  chosen.clear()
  for (const facet of facets) chosen.add(facet)
  writeAddress()
  showChips()
  show()
  document.dispatchEvent(new Event('page-changed'))
}

function option([facet, name, above]) {
  const input = make('input', { type: 'checkbox' })
  const number = make('span', { className: 'soft' })
  const label = make('label', {}, input, make('span', {}, name, ' ', number))
  options.set(facet, { name, above, input, label, number })
  label.hidden = !count([facet])
  label.classList.toggle('is-below', options.has(`area:${above}`))
  input.onchange = () => choose(input.checked ? [...chosen, facet] : [...chosen].filter((other) => other !== facet))
  return label
}

const form = make('form', {}, ...kinds.map(({ title, options: some }) => (
  make('details', { className: 'plain' }, make('summary', {}, title),
    make('fieldset', {}, make('legend', { className: 'unseen' }, title), ...some.map(option)))
)), make('p', {}, make('button', { className: 'button is-first' }, say.show)))
form.onsubmit = (event) => {
  event.preventDefault()
  details.open = false
  details.firstElementChild.focus()
}
details.replaceChildren(details.firstElementChild, form)
details.hidden = false
status.before(chips)
status.after(ways)
for (const [name, value] of new URLSearchParams(location.search)) {
  const facet = options.has(name) ? name : `${name}:${value}`
  if (options.has(facet)) chosen.add(facet)
}
for (const facet of chosen) options.get(facet).label.hidden = false

// Which neighbourhood is looked at: the one in the address, where this list has the words for it.
function sayWhere() {
  const looking = document.querySelector('[data-looking]')
  const areas = byKind(chosen).get('area')
  if (!looking) return
  looking.hidden = !areas
  looking.querySelector('strong').textContent = (areas || []).map((facet) => options.get(facet).name).join(', ')
}

sayWhere()
showChips()
show()
document.addEventListener('time-went-on', show)
document.addEventListener('page-changed', sayWhere)
