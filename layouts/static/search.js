// Searching. The index and the code that reads it (Pagefind) are asked for when somebody searches, not before. What is
// found is shown in words of the page; the address holds the question, so that one can keep it, share it and go back.

const page = document.documentElement
const form = document.getElementById('search')
const field = form.elements.q
const [status, results, more, choices] = ['status', 'results', 'more', 'choices'].map((id) => document.getElementById(id))
const boxes = [...form.querySelectorAll('input[type=checkbox]')]
const groups = [...new Set(boxes.map((box) => box.name))]
const say = form.dataset
const AT_ONCE = 10
const here = location.href.split(/[?#]/)[0]

let engine
let latest = 0

function load() {
  engine ??= import(new URL('pagefind/pagefind.js', here)).then(async (found) => {
    await found.options({ baseUrl: '/', ranking: { metaWeights: { title: 4, where: 0.5, when: 0.1, dates: 0.1 } } })
    await found.init()
    await found.filters() // else nothing is counted
    return found
  })
  engine.catch(() => { engine = undefined })
  return engine
}

const spelling = () => import(new URL(say.spelling, here))
const filled = (text, values) => text.replace(/\{(\w)\}/g, (_, name) => values[name])
const chosen = (but) => {
  const filters = {}
  for (const { name, value, checked } of boxes) if (checked && name !== but) (filters[name] ??= { any: [] }).any.push(value)
  return filters
}

// Of each group as many as there would be with the choices in the other groups.
async function count(pagefind, text, found) {
  for (const group of groups) {
    const own = boxes.filter((box) => box.name === group)
    const all = own.some((box) => box.checked) ? await pagefind.search(text, { filters: chosen(group) }) : found
    for (const box of own) {
      const number = all.filters[group]?.[box.value] ?? 0
      box.parentNode.querySelector('[data-count]').textContent = number
      box.parentNode.hidden = !number && !box.checked
    }
    own[0].closest('fieldset').hidden = own.every((box) => box.parentNode.hidden)
  }
}

function element(name, text, className = '') {
  const made = document.createElement(name)
  made.textContent = text
  if (className) made.className = className
  return made
}

// The next date by the region's clock, which page.js keeps; the one after it too, where that one is off.
function whenLines(meta) {
  const now = page.dataset.now ?? ''
  const dates = JSON.parse(meta.dates ?? '[]')
  const last = typeof dates[dates.length - 1] === 'string' ? dates.pop() : '' // of more dates than are here
  const coming = dates.filter(([until]) => until > now)
  if (dates.length && !coming.length) return [[last > now ? meta.when : say.sayOver]]
  const lines = coming.slice(0, 1)
  if (coming[0]?.[3]) lines.push(...coming.filter((date) => !date[3]).slice(0, 1))
  const said = lines.map(([, text, what, off]) => [text, what, off])
  return said.length ? said : meta.when ? [[meta.when]] : []
}

function shown({ raw_url: path, meta, filters }) {
  const item = document.createElement('li')
  const title = element('p', '')
  const link = element('a', meta.title)
  link.href = say.root + path
  link.dir = 'auto' // a Dutch name in an Arabic line
  if (meta.lang) link.lang = meta.lang
  title.append(link)
  const { single } = boxes.find((box) => box.name === 'kind' && box.value === filters.kind[0]).dataset
  if (single) title.append(' ', element('span', single, 'label'))
  item.append(title)
  for (const [text, what, off] of whenLines(meta)) {
    const line = element('p', '')
    if (what) line.append(element('span', what, off ? 'badge is-stop' : 'badge is-change'), ' ')
    const moment = text[0].toLocaleUpperCase(page.lang) + text.slice(1)
    line.append(off ? element('s', moment) : moment)
    item.append(line)
  }
  if (meta.where) {
    const where = element('p', '', 'soft')
    where.append(element('bdi', meta.where))
    item.append(where)
  }
  return item
}

// Those after the first so many; nothing where somebody has asked something else in the meantime.
async function show(found, from, turn) {
  const some = await Promise.all(found.slice(from, from + AT_ONCE).map((one) => one.data()))
  if (turn !== latest) return
  if (!from) results.replaceChildren()
  results.append(...some.map(shown))
  more.hidden = results.children.length >= found.length
  more.firstElementChild.onclick = async () => {
    const next = results.children.length
    await show(found, next, turn)
    results.children[next]?.querySelector('a').focus()
  }
  document.dispatchEvent(new Event('page-changed'))
}

async function search() {
  const turn = ++latest
  const text = field.value.trim()
  const filters = chosen()
  more.hidden = true
  if (!text && !Object.keys(filters).length) {
    results.replaceChildren()
    status.textContent = ''
    choices.hidden = true
    return
  }
  status.textContent = say.sayBusy
  results.setAttribute('aria-busy', 'true')
  try {
    const pagefind = await load()
    let asked = text || null
    let found = await pagefind.search(asked, { filters })
    const all = text && Object.keys(filters).length ? await pagefind.search(text) : found
    let said = filled(found.results.length ? say.sayFound : say.sayNone, { q: text, n: found.results.length.toLocaleString(page.lang) })
    const first = all.results.length ? await all.results[0].data() : null
    const other = text && await (await spelling()).corrected(text, first, new URL('words.txt', here))
    if (other) {
      const instead = await pagefind.search(other, { filters })
      if (instead.results.length) {
        found = instead
        asked = other
        said = filled(say.sayInstead, { q: text, o: other })
      }
    }
    await count(pagefind, asked, found)
    await show(found.results, 0, turn)
    if (turn === latest) {
      choices.hidden = boxes.every((box) => box.parentNode.hidden)
      status.textContent = said
    }
  } catch {
    if (turn === latest) status.textContent = say.sayBroken
  }
  if (turn === latest) results.setAttribute('aria-busy', 'false')
}

function keep() {
  const query = new URLSearchParams()
  if (field.value.trim()) query.set('q', field.value.trim())
  for (const box of boxes) if (box.checked) query.append(box.name, box.value)
  history.pushState(null, '', `${here}?${query}`)
}

function take() {
  const query = new URLSearchParams(location.search)
  field.value = query.get('q') ?? ''
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value)
  search()
}

form.addEventListener('submit', (event) => { event.preventDefault(); keep(); search() })
form.addEventListener('change', (event) => { if (event.target.type === 'checkbox') { keep(); search() } })
addEventListener('popstate', take)
take()
