// What the address of an embed asks for, before anything is shown: its form, its choice, and the look of the host's page.
// The query goes before the fragment, which the host's script writes. What is not understood is left, and a colour that
// cannot be read is not taken. A classic script: in a frame without an origin of its own modules do not load.
{
  const page = document.documentElement
  const [base] = document.getElementsByTagName('base')
  const KINDS = ['area', 'topic', 'audience', 'part', 'weekday', 'facility', 'language']
  const TOKENS = {
    paper: 'color-default-bg-document', card: 'color-default-bg-subtle', ink: 'color-default-color-document',
    soft: 'color-default-color-subtle', line: 'color-default-border-subtle', action: 'color-action-1-color-default',
    tint: 'color-action-1-bg-default', focus: 'focus-outline-color',
  }
  const STYLES = [...Object.values(TOKENS), 'text-font-family-default', 'heading-font-family', 'border-radius-md']
  const GENERIC = /^(-apple-system|system-ui|(ui-)?(serif|sans-serif|monospace|rounded))$/
  const paint = document.createElement('canvas').getContext('2d') // reads colours as a style sheet writes them

  // The fragment of a WordPress begins with a question mark.
  function asked() {
    const found = new URLSearchParams(location.search)
    const query = new Set(found.keys())
    for (const [name, value] of new URLSearchParams(location.hash.replace(/^#\??/, ''))) {
      if (!query.has(name)) found.append(name, value)
    }
    return found
  }

  // Colours: red, green and blue from 0 to 255, of what hides all behind it; contrast by WCAG 2.2.
  function parsed(text) {
    const written = (colour) => {
      paint.fillStyle = '#0000'
      paint.fillStyle = colour
      return paint.fillStyle
    }
    const hex = /^#(..)(..)(..)$/.exec(written(/^[0-9a-f]{6}$/i.test(text) ? `#${text}` : text))
    if (hex) return hex.slice(1).map((part) => parseInt(part, 16))
    // oklch() and the like: what a screen shows of them
    const parts = /^color\(srgb (\S+) (\S+) (\S+)\)$/.exec(written(`color-mix(in srgb, ${text}, ${text})`))
    return parts && parts.slice(1).map((part) => Math.round(Math.min(Math.max(part, 0), 1) * 255))
  }
  const mixed = (one, other, share) => one.map((part, n) => Math.round(part + (other[n] - part) * share))
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => part / 255).map((part) => (
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (lighter + 0.05) / (darker + 0.05)
  }
  const WHITE = [255, 255, 255]
  const BLACK = [0, 0, 0]
  const isDark = (paper) => contrast(paper, WHITE) > contrast(paper, BLACK)

  // The region's own colours in the scheme of now.
  function own() {
    const styles = getComputedStyle(page)
    return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, parsed(styles.getPropertyValue(`--basis-${token}`).trim())]))
  }

  // All colours with those of the host among them, as streekagenda/formats/design_tokens.py makes them.
  function dressed(found, { background, text, accent }) {
    const colours = { ...found }
    if (background) Object.assign(colours, { paper: background, card: mixed(background, WHITE, isDark(background) ? 0.06 : 0.8) })
    const { card, paper } = colours
    if (text) {
      const softer = mixed(text, paper, 0.2)
      Object.assign(colours, { ink: text, focus: text, soft: contrast(softer, paper) < 5.5 ? text : softer })
    }
    if (background || text) colours.line = mixed(paper, colours.ink, 0.2)
    if (accent) colours.action = accent
    if (background || accent) {
      const { action } = colours
      const tint = mixed(card, action, isDark(paper) ? 0.2 : 0.12)
      colours.tint = contrast(action, tint) < 4.5 ? card : tint
    }
    return colours
  }

  function canBeRead({ paper, card, tint, ink, soft, action, focus }) {
    return [paper, card, tint].every((ground) => (
      [ink, soft, action].every((one) => contrast(one, ground) >= 4.5) && contrast(focus, ground) >= 3))
  }

  // As many of the host's colours as can be read together. Paper says whether all is light or dark, if nothing else does.
  function dress({ scheme, ...wanted }) {
    const given = Object.keys(wanted).filter((name) => wanted[name])
    const some = (names) => Object.fromEntries(names.map((name) => [name, wanted[name]]))
    const choices = [...Array(2 ** given.length).keys()].map((number) => given.filter((_, n) => number >> n & 1))
    for (const names of choices.sort((one, other) => other.length - one.length)) {
      const chosen = some(names)
      const { background } = chosen
      const dark = background ? isDark(background) : null
      if (scheme && background && dark !== (scheme === 'dark')) continue
      if (scheme || background) page.dataset.scheme = scheme || (dark ? 'dark' : 'light')
      else delete page.dataset.scheme
      const colours = dressed(own(), chosen)
      if (names.length && !canBeRead(colours)) continue
      if (names.length) {
        for (const [name, token] of Object.entries(TOKENS)) page.style.setProperty(`--basis-${token}`, `rgb(${colours[name]})`)
      }
      page.dataset.dressed = names.join(' ')
      return
    }
  }

  // Families that the reader's device may have; nothing is fetched.
  function family(text) {
    const names = text.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    const known = names.filter((name) => /^[\p{L}\p{N}-][\p{L}\p{N} _-]{0,59}$/u.test(name)).map((name) => (name === 'system' ? 'system-ui' : name))
    return known.length ? [...known, 'sans-serif'].map((name) => (GENERIC.test(name) ? name : `"${name}"`)).join(', ') : ''
  }

  function facets(address) {
    const found = KINDS.flatMap((kind) => address.getAll(kind).filter((value) => /^[A-Za-z0-9-]+$/.test(value)).map((value) => `${kind}:${value}`))
    return [...found, ...['free', 'walk-in'].filter((name) => address.has(name))]
  }

  const oneOf = (value, ...known) => (known.includes(value) ? value : '')
  const between = (least, value, most) => (/^\d{1,2}$/.test(value) && value >= least && value <= most ? value : '')

  function put(name, value) {
    if (value) page.dataset[name] = value
    else delete page.dataset[name]
  }

  function look() {
    const address = asked()
    const get = (name) => address.get(name) || ''
    const twin = /^[A-Za-z-]+$/.test(get('lang')) && document.querySelector(`link[hreflang="${get('lang')}"]`)
    if (twin) {
      location.replace(twin.href + location.search + location.hash)
      return
    }
    const chosen = facets(address)
    put('form', oneOf(get('form'), 'compact', 'week'))
    put('n', between(1, get('n'), 50))
    put('heading', oneOf(get('heading'), 'none'))
    put('links', oneOf(get('links'), 'new'))
    put('chosen', chosen.join(' '))
    page.dataset.query = new URLSearchParams(chosen.map((facet) => [...facet.split(':'), '1'].slice(0, 2)))
    base.target = get('links') === 'new' ? '_blank' : '_top'
    for (const token of STYLES) page.style.removeProperty(`--basis-${token}`)
    dress({
      scheme: oneOf(get('scheme'), 'light', 'dark'),
      background: parsed(get('background')), text: parsed(get('text')), accent: parsed(get('accent')),
    })
    const font = family(get('font'))
    const radius = between(0, get('radius').replace(/(\.\d+)?px$/, ''), 32)
    if (font) for (const token of STYLES.slice(-3, -1)) page.style.setProperty(`--basis-${token}`, font)
    if (radius) page.style.setProperty('--basis-border-radius-md', `${radius}px`)
  }

  // A place on the page is no wish.
  function again() {
    if (!location.hash || location.hash.includes('=')) look()
  }

  look()
  put('waits', page.dataset.form || page.dataset.n || page.dataset.chosen ? 'yes' : '')
  addEventListener('hashchange', again)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again)
}
