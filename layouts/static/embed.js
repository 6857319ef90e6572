//! Streekagenda 1.0.0, static/embed.js

// The frames of this calendar, in the page of another, get their height, and are told the look and language of where
// they stand. Here it is as it is written; `/embed.js` is the same without what only people read. A version that has been
// released never changes again: docs/embedding/script.md tells how the next one is made.

(() => {
  const site = new URL('.', document.currentScript.src)
  const tag = 'streek-agenda'
  const settings =
    /^(area|topic|audience|part|weekday|facility|language|free|walk-in|form|n|heading|links|scheme|accent|background|text|font|radius)$/
  const tokens = {
    accent: 'color-action-1-color-default',
    background: 'color-default-bg-document',
    text: 'color-default-color-document',
    font: 'text-font-family-default',
    radius: 'border-radius-md',
  }
  const frames = new Map() // each frame: the element that stands for it in the page, its address, the same with a look
  let timer

  // What a page looks like in one place, as it says so itself; the frame takes of it what can be read.
  function look(spot) {
    const style = getComputedStyle(spot)
    const link = document.createElement('a')
    link.href = '#'
    link.style = 'background:Canvas;fill:LinkText' // what a page has that has no colours of its own
    spot.before(link)
    const { color, backgroundColor: canvas, fill } = getComputedStyle(link)
    link.remove()
    const found = { accent: color === fill ? '' : color, text: style.color, font: style.fontFamily }
    for (let one = spot; one; one = one.parentElement || one.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(one)
      if (!/rgba|\//.test(backgroundColor)) found.background ||= backgroundColor
      found.lang ||= one.lang?.split('-')[0]
      observer.observe(one, { attributes: true })
    }
    found.background ||= canvas
    for (const name in tokens) {
      const own = style.getPropertyValue(`--streekagenda-${name}`) || style.getPropertyValue(`--basis-${tokens[name]}`)
      if (own) found[name] = own
    }
    return new URLSearchParams(found)
  }

  // An address of an embed: before the site's own stands nothing, and after it `embed/` or `en/embed/`.
  const isOurs = (address) => /^,([\w-]+\/)?embed\//.test(address.split(site))

  // The look stands behind the `#` of the address: nothing is fetched again when it changes, and no server sees it.
  // A frame that is on its way may arrive without the look, since browsers drop an address that comes too late: such a one
  // gets it again when it is there.
  function dress(frame, spot, address) {
    const dressed = `${address}#${look(spot)}`
    let known = frames.get(frame)?.dressed
    if (frame.contentDocument?.URL === 'about:blank') {
      if (frame.src !== dressed) {
        frame.src = dressed
        known = ''
      }
    } else {
      if (!frame.contentWindow) frame.src = dressed
      else if (known !== dressed) frame.contentWindow.location.replace(dressed)
      known = dressed
    }
    frames.set(frame, { spot, address, dressed: known })
  }

  function find(node) {
    if (node.localName === 'iframe') {
      // behind its `#?` WordPress has a word of its own; it looks after that frame itself
      if (isOurs(node.src) && !node.src.includes('#?')) dress(node, node, node.src.split('#')[0])
    }
    node.querySelectorAll?.('iframe').forEach(find)
  }

  class Agenda extends HTMLElement {
    connectedCallback() {
      const address = new URL(this.getAttribute('src'), site)
      const query = address.searchParams
      if (!isOurs(address.href)) return
      for (const { name, value } of this.attributes) {
        if (!settings.test(name)) continue
        query.delete(name)
        for (const one of name === 'font' ? [value] : value.replace('#', '').split(' ')) query.append(name, one || 1)
      }
      const shadow = this.shadowRoot
      const frame = shadow?.firstChild || document.createElement('iframe')
      frame.title = this.title || this.textContent.trim()
      dress(frame, this, address.href)
      if (!shadow) {
        frame.loading = 'lazy'
        frame.sandbox =
          'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'
        frame.style.cssText = 'border:0;display:block;height:600px;width:100%'
        this.attachShadow({ mode: 'open' }).append(frame)
      }
    }
  }

  function again() {
    timer ||= setTimeout(() => {
      timer = 0
      for (const [frame, { spot, address }] of frames) {
        if (spot.isConnected) dress(frame, spot, address)
        else frames.delete(frame)
      }
    }, 50)
  }

  const observer = new MutationObserver((changes) => {
    for (const { target, attributeName, addedNodes } of changes) {
      addedNodes.forEach(find)
      if (target.localName === tag) target.connectedCallback?.()
      else if (attributeName === 'src') find(target)
      if (attributeName) again()
    }
  })

  find(document)
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['src'] })
  if (!customElements.get(tag)) customElements.define(tag, Agenda)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again)
  document.addEventListener('load', again, true)
  addEventListener('transitionend', again)

  addEventListener('message', ({ data, origin, source }) => {
    const { type, height } = data || {}
    if (origin !== site.origin || type !== 'streekagenda' || !Number.isInteger(height) || height < 50 || height > 20000) return
    for (const [frame] of frames) {
      if (frame.contentWindow === source) frame.style.cssText += `;border:0;width:100%;height:${height}px`
    }
  })
})()
