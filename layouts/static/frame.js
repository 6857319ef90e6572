// A list in the frame of another site: what its address chose of it (look.js), as many dates as it asked for, the days of
// a week, and how high it is. After page.js, and a classic script, for the reason that look.js gives.
{
  const page = document.documentElement
  const main = document.querySelector('main')
  const list = main.querySelector('[data-begins]')
  const nothing = document.getElementById('nothing-fits')
  const otherwise = main.querySelector('[data-otherwise]')
  const dates = [...main.querySelectorAll('.card, .later [data-is]')]
  const { sayNothing, sayNothingMore, sayNewWindow } = main.dataset
  const language = page.lang === 'en' ? 'en-GB' : `${page.lang}-u-nu-latn` // as the page itself writes dates
  const inWords = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  const IN_SHORT = 5 // dates of the compact form

  const asDate = (day) => new Date(`${day}T00:00Z`)
  const daysAfter = (day, number) => new Date(asDate(day).getTime() + number * 864e5).toISOString().slice(0, 10)
  const capital = (text) => text.charAt(0).toLocaleUpperCase(page.lang) + text.slice(1)
  const isSeen = (element) => !element.closest('[hidden], .is-out')

  function make(tag, className, ...children) {
    const element = Object.assign(document.createElement(tag), { className })
    element.append(...children)
    return element
  }

  // Of one kind any choice will do; all kinds must fit.
  function fitting(facets) {
    const kinds = new Map()
    for (const facet of facets) kinds.set(facet.split(':')[0], [...(kinds.get(facet.split(':')[0]) || []), facet])
    return ({ dataset }) => {
      const is = new Set((dataset.is || '').split(' '))
      return [...kinds.values()].every((kind) => kind.some((facet) => is.has(facet)))
    }
  }

  // A day of the week of which the list itself has no heading.
  function dayWithout(day) {
    const named = make('time', '', make('span', 'is-near'), ` ${capital(inWords.format(asDate(day)).replace('،', ''))}`)
    named.dateTime = day
    const section = make('section', 'day of-week', make('h2', 'day-name', named))
    section.dataset.day = day
    list.insertBefore(section, [...list.children].find((other) => other.dataset.day > day) || null)
    return section
  }

  // What began before a day and lasts through it; of today what is not over.
  function lasting(day, today, fits) {
    const end = `${daysAfter(day, 1)}T00:00`
    return [...list.querySelectorAll('.card:not(.of-week)')].filter((card) => {
      const { until } = card.dataset
      return card.closest('.day').dataset.day < day && fits(card)
        && (until >= end || (day === today && until > page.dataset.now))
    })
  }

  // Seven days from today, as far as this list knows, and whether it knows them all; a day of the week that was not asked
  // for is none of them.
  function showWeek(today, facets, fits) {
    const { begins, reaches } = list.dataset
    const wanted = facets.filter((facet) => facet.startsWith('weekday:')).map((facet) => facet.slice(8))
    const first = today > begins ? today : begins
    const days = [...Array(7).keys()].map((number) => daysAfter(first, number)).filter((day) => (
      day <= reaches && (!wanted.length || wanted.includes(WEEKDAYS[asDate(day).getUTCDay()]))))
    for (const section of list.querySelectorAll('.day')) section.classList.toggle('is-out', !days.includes(section.dataset.day))
    for (const day of days) {
      const copies = lasting(day, today, fits).map((card) => {
        const copy = card.cloneNode(true)
        copy.classList.remove('is-out')
        copy.classList.add('of-week')
        return copy
      })
      const own = list.querySelector(`.day[data-day="${day}"]`)
      const section = own && !own.hidden ? own : dayWithout(day)
      if (copies.length) {
        const cards = section.querySelector('.cards') || section.appendChild(make('ul', 'cards of-week'))
        cards.prepend(...copies)
      } else if (![...section.querySelectorAll('.card')].some(isSeen)) {
        const isOver = own && [...own.querySelectorAll('.card')].some(fits)
        section.append(make('p', 'soft of-week', isOver ? sayNothingMore : sayNothing))
      }
    }
    return daysAfter(first, 6) <= reaches
  }

  function show(today) {
    const { form, n, chosen } = page.dataset
    const facets = chosen ? chosen.split(' ') : []
    const fits = fitting(facets)
    const isWeek = form === 'week' && list
    for (const one of main.querySelectorAll('.of-week')) one.remove()
    for (const one of main.querySelectorAll('.is-out')) one.classList.remove('is-out')
    let left = isWeek ? Infinity : Number(n) || (form === 'compact' ? IN_SHORT : Infinity)
    for (const date of dates) {
      const takes = fits(date)
      if (takes && isSeen(date) && !date.closest('[data-past]')) left -= 1
      date.classList.toggle('is-out', !takes || left < 0)
    }
    for (const group of main.querySelectorAll('.day, section.gap')) {
      const held = [...group.querySelectorAll('[data-is]')]
      group.classList.toggle('is-out', held.length > 0 && !held.some(isSeen))
    }
    const isWhole = isWeek ? showWeek(today, facets, fits) : left < 0
    for (const one of main.querySelectorAll('[data-goes-on]')) one.classList.toggle('is-out', isWhole)
    for (const link of main.querySelectorAll('nav a[href^="#d-"]')) {
      link.parentNode.classList.toggle('is-out', !isSeen(document.getElementById(link.hash.slice(1)) || link))
    }
    if (otherwise) {
      const told = [...otherwise.querySelectorAll('li')]
      for (const one of told) one.classList.toggle('is-out', !fits(one))
      otherwise.hidden = !told.some((one) => !one.matches('.is-out') && !one.hidden)
    }
    // a week names its days, unless none of them was asked for; where the list goes on it does not know of the rest
    const planned = isWeek ? main.querySelectorAll('[data-empty] > .day, [data-goes-on]') : dates.filter((one) => !one.closest('[data-past]'))
    if (nothing) nothing.hidden = !planned.length || [...planned].some(isSeen) || isAllOver()
    sayNewWindows()
    delete page.dataset.waits
    document.dispatchEvent(new Event('page-changed'))
  }

  // page.js says then that what was planned is over.
  function isAllOver() {
    const left = document.getElementById('nothing-left')
    return Boolean(left) && !left.hidden
  }

  function sayNewWindows() {
    const isNew = page.dataset.links === 'new'
    document.getElementById('new-window').hidden = !isNew
    for (const said of main.querySelectorAll('a > .new-window')) said.remove()
    if (!isNew) return
    for (const link of main.querySelectorAll('a:not([target="_self"])')) link.append(make('span', 'unseen new-window', ` ${sayNewWindow}`))
  }

  // Only where something is otherwise than before: a reader may stand in it.
  let shown
  function follow() {
    const { now, made, form, n, chosen, links } = page.dataset
    const today = (now || made).slice(0, 10)
    const over = main.querySelectorAll('[data-until][hidden]').length
    const state = [today, over, form, n, chosen, links].join(' ')
    if (state === shown) return
    shown = state
    show(today)
  }

  // How high the list is: for the host's script, and for a WordPress that has put its secret into the fragment.
  const secret = () => (new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret') || '').replace(/[^A-Za-z0-9]/g, '')
  let known = ''
  function tell() {
    known = secret() || known
    if (parent === window) return
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    parent.postMessage({ type: 'streekagenda', height }, '*')
    if (known) parent.postMessage({ message: 'height', value: height, secret: known }, '*')
  }

  // The frame that a WordPress makes may not lead its window anywhere: it is asked to.
  function ask(event) {
    const link = known && event.target.closest('a[href]')
    if (!link || link.target === '_self') return
    event.preventDefault()
    parent.postMessage({ message: 'link', value: link.href, secret: known }, '*')
  }

  follow()
  document.addEventListener('time-went-on', follow)
  addEventListener('hashchange', () => {
    follow()
    tell()
  })
  document.addEventListener('click', ask)
  new ResizeObserver(tell).observe(document.body)
  // Who comes later than the frame hears it too.
  for (const wait of [1e3, 4e3, 15e3]) setTimeout(tell, wait)
}
