// Writes what another site needs to show a list, from what is chosen. The choice stands in the address of this page, and
// nowhere else. The templates of the code and all addresses come with the page.

const form = document.querySelector('[data-builder]')
const field = (name) => form.elements[name]
const find = (selector) => form.querySelector(selector)
const own = { data: JSON.parse(find('script').textContent), page: document }
const { say } = own.data
const frame = find('#preview')
const stage = find('[data-stage]')
const COLOURS = ['accent', 'background', 'text']
const NARROWING = ['area', 'topic', 'audience', 'part', 'weekday', 'facility', 'language', 'free', 'walk-in']
const EMBED = [...NARROWING, 'form', 'n', 'heading', 'scheme', ...COLOURS, 'font', 'radius', 'links']
const SCREEN = ['pace', 'columns', 'size', 'contrast', 'open', 'night', 'qr']

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const filled = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => escaped(values[name]))
const query = (some) => some.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2F/g, '/')}`).join('&')
const after = (address, some) => address + (some.length ? `?${query(some)}` : '')

// Several values of one name stand beside each other in one attribute.
function attributes(some) {
  const names = new Set(some.map(([name]) => name))
  const valuesOf = (wanted) => some.filter(([name]) => name === wanted).map(([, value]) => value).join(' ')
  return [...names].map((name) => ` ${name}="${escaped(valuesOf(name))}"`).join('')
}

// ------------------------------------------------------------------------------------------------- what is chosen

// A colour as an address has it, 1b5e4b; nothing where it is none.
function hex(text) {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) || []
  return digits ? (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase() : ''
}

function understood(name, value) {
  if (COLOURS.includes(name)) return hex(value)
  const { type, validity } = field(name)
  return type === 'number' && !validity.valid ? '' : value.trim()
}

function chosen() {
  const [kind, id] = field('what').value.split('/')
  return [...new FormData(form)]
    .map(([name, value]) => [name, understood(name, value)])
    .filter(([name, value]) => value && !(name === kind && value === id)) // a list of what it is already
}

// What a link or a colleague brought: `what=area/zandweerd/topic/bewegen` is a list and a wish.
function bring() {
  const brought = new URLSearchParams(location.search)
  const [kind, id, ...rest] = (brought.get('what') || '').split('/')
  if (rest.length === 2) brought.append(...rest)
  const areas = brought.getAll('area')
  const what = kind && id ? `${kind}/${id}` : !kind && areas.length === 1 ? `area/${areas[0]}` : ''
  brought.set('what', what)
  for (const [name, value] of brought) {
    for (const one of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (one.type === 'checkbox' || one.type === 'radio') one.checked = one.checked || one.value === value
      else if (!one.options || [...one.options].some((option) => option.value === value)) one.value = value
    }
  }
  for (const one of form.querySelectorAll('input[name="area"]')) if (field('what').value === `area/${one.value}`) one.checked = false
}

function writeAddress(some) {
  history.replaceState(history.state, '', after(location.pathname, some) + location.hash)
  document.dispatchEvent(new Event('page-changed'))
}

// --------------------------------------------------------------------------------------- the page in other languages

// This page in another language has the addresses and the names of that language.
const twins = new Map([[own.data.lang, own]])
async function inLanguage(code) {
  if (!twins.has(code)) {
    const answer = await fetch(field('lang').querySelector(`[value="${code}"]`).dataset.twin)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    twins.set(code, { page, data: JSON.parse(page.querySelector('[data-builder] script').textContent) })
  }
  return twins.get(code)
}

function titleOf({ page, data }, what) {
  const option = [...page.querySelector('#what').options].find(({ value }) => value && value === what)
  return option ? data.title.replace('%(name)s', () => option.text.trim()) : data.whole
}

// --------------------------------------------------------------------------------------------------------- the code

function codeOf(twin, some) {
  const { data } = twin
  const way = field('way').value
  const what = field('what').value
  const [kind, id] = what ? what.split('/') : ['agenda', '']
  const below = id && `${id}/`
  const wishes = some.filter(([name]) => EMBED.includes(name))
  const list = data.base + data.pages[kind] + below
  const embed = data.embeds[kind] + below
  const short = field('form').value === 'compact'
  const values = {
    src: data.base + (way === 'element' ? embed : after(embed, wishes)),
    page: list,
    title: titleOf(twin, what),
    height: short ? Math.min(data.short.most, data.short.base + data.short.each * (Number(field('n').value) || 5)) : data.height,
    script: data.base + (field('newest').checked ? data.newest : data.checked),
    integrity: data.integrity,
  }
  const script = filled(data.templates[field('newest').checked ? 'newest' : 'checked'], values)
  const lang = field('lang') && field('lang').value ? [['lang', field('lang').value]] : []
  const code = (name, more) => filled(data.templates[name], values).replace(' title=', (found) => attributes(more) + found)
  const ways = {
    script: () => `${code('frame', lang)}\n${script}`,
    element: () => `${code('element', [...wishes, ...lang])}\n${script}`,
    address: () => list,
    html: () => data.base + embed + data.fragment,
    feed: () => data.base + embed.replace(/\/$/, data.dates),
  }
  return {
    code: way in ways ? ways[way]() : code('frame', lang),
    height: values.height,
    example: after(embed, ['address', 'html', 'feed'].includes(way) ? [] : wishes),
    screen: screenOf(data, what, some),
  }
}

// A topic or a group has the screen of the region, narrowed down; a campaign has none.
function screenOf({ base, screens }, what, some) {
  const [kind, id] = what.split('/')
  const wishes = some.filter(([name]) => NARROWING.includes(name) || SCREEN.includes(name))
  const narrowed = NARROWING.includes(kind) && !screens[kind]
  return after(base + (screens[kind] ? `${screens[kind]}${id}/` : screens.agenda), narrowed ? [[kind, id], ...wishes] : wishes)
}

// ------------------------------------------------------------------------------------------------------ the example

let told = 0 // how high the example says it is
let height = 0
let waiting = 0

function fit() {
  stage.dataset.width = field('width').value
  stage.toggleAttribute('data-whole', Boolean(field('way').value && told))
  frame.style.setProperty('block-size', `${field('way').value && told ? told : height}px`)
}

// Replaced, so that Back leaves this page, and not only its example.
function showExample(path) {
  const address = new URL(form.dataset.root + path, location.href).href
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    if (frame.dataset.shown !== address) frame.contentWindow.location.replace(address)
    frame.dataset.shown = address
  }, 250)
}

// ----------------------------------------------------------------------------------------------------- all together

// What is no colour, and what the example does not take because it cannot be read.
function sayColours() {
  const page = frame.contentDocument && frame.contentDocument.documentElement
  const { dressed } = page && frame.contentWindow.location.href === frame.dataset.shown ? page.dataset : {}
  for (const name of COLOURS) {
    const { value } = field(name)
    const colour = hex(value)
    const wrong = value.trim() && !colour ? say.colour : colour && dressed !== undefined && !dressed.split(' ').includes(name) ? say.unread : ''
    const message = find(`#${name}-wrong`)
    if (message.textContent !== wrong) message.textContent = wrong
    message.hidden = !wrong
    field(name).setAttribute('aria-invalid', Boolean(wrong))
    if (colour) find(`[data-colour="${name}"]`).value = `#${colour}`
  }
}

function sayNumbers(some) {
  for (const fold of form.querySelectorAll('details')) {
    const number = some.filter(([name]) => fold.querySelector(`[name="${CSS.escape(name)}"]`)).length
    fold.querySelector('[data-chosen]').textContent = number ? `(${number})` : ''
  }
}

let version = 0
async function show() {
  const mine = ++version
  const some = chosen()
  const way = field('way').value
  writeAddress(some)
  sayColours()
  sayNumbers(some)
  for (const one of document.querySelectorAll('[data-way]')) one.hidden = !one.dataset.way.split(' ').includes(way)
  let twin = own
  try {
    twin = await inLanguage((field('lang') && field('lang').value) || own.data.lang)
  } catch {
    field('lang').value = '' // it cannot be had now
  }
  if (mine !== version) return
  const made = codeOf(twin, some)
  if (find('#code').value !== made.code) find('#code').value = made.code
  document.querySelector('#screen').value = made.screen
  document.querySelector('[data-opens]').href = form.dataset.root + made.screen.slice(twin.data.base.length)
  height = made.height
  showExample(made.example)
  fit()
}

form.addEventListener('input', ({ target }) => {
  if (target.dataset.colour) field(target.dataset.colour).value = target.value
  show()
})
form.onsubmit = (event) => event.preventDefault()
addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== location.origin || !data || data.type !== 'streekagenda') return
  told = Math.min(20000, Math.max(50, Number(data.height) || 0))
  fit()
})
frame.dataset.shown = frame.src
frame.addEventListener('load', sayColours)
bring()
show()
