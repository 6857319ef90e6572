// The places of the list, on a map for who wants one. Nobody is asked for pictures before the button is pressed, that
// names whom; the code of the map (Leaflet) comes from this site, and then only. What a marker says, the list says.

const frame = document.getElementById('map')
const form = document.getElementById('area')
const spots = [...document.querySelectorAll('.spot')]
const markers = new Map()
let map

function choose() {
  const area = form.elements.area.value
  for (const spot of spots) {
    spot.hidden = Boolean(area) && !spot.dataset.areas.split(' ').includes(area)
    const marker = markers.get(spot)
    if (marker) spot.hidden ? marker.remove() : marker.addTo(map)
  }
  for (const town of document.querySelectorAll('.town-places')) town.hidden = !town.querySelector('.spot:not([hidden])')
  fit()
}

function fit() {
  if (!map) return
  const some = [...markers.keys()].some((spot) => !spot.hidden)
  const shown = [...markers].filter(([spot]) => !some || !spot.hidden).map(([, marker]) => marker.getLatLng())
  map.fitBounds(window.L.latLngBounds(shown), { maxZoom: 15, padding: [30, 30] })
}

function load(name, made) {
  return new Promise((resolve, reject) => {
    made.onload = resolve
    made.onerror = () => reject(new Error(name))
    document.head.append(made)
  })
}

function style(address) {
  return load(address, Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }))
}

function script(address) {
  return load(address, Object.assign(document.createElement('script'), { src: address }))
}

// What is said of a place in the list, but for what is over: a copy, so that both say the same.
function said(spot) {
  const copy = document.createElement('div')
  const following = spot.querySelector('.following > li:not([hidden])')
  for (const part of [spot.querySelector('.spot-name'), following]) {
    if (!part) continue
    const line = document.createElement('p')
    line.append(...(part === following ? [...part.cloneNode(true).childNodes] : [part.cloneNode(true)]))
    copy.append(line)
  }
  return copy
}

function mark(spot) {
  const name = spot.querySelector('.spot-name').textContent
  const marker = window.L.marker(spot.dataset.geo.split(',').map(Number), { alt: name, title: name, riseOnHover: true })
  marker.on('keypress', ({ originalEvent: { key } }) => { if (key === 'Enter') marker.byKey = true })
  marker.bindPopup(() => said(spot), { autoPanPadding: [20, 20], minWidth: 0, maxWidth: Math.min(300, frame.clientWidth - 90) })
  marker.on('popupopen', ({ popup }) => {
    const shown = popup.getElement()
    const close = shown.querySelector('.leaflet-popup-close-button')
    close.setAttribute('aria-label', frame.dataset.sayClose)
    document.dispatchEvent(new Event('page-changed'))
    if (marker.byKey) shown.querySelector('.spot-name').focus()
  })
  marker.on('popupclose', () => {
    if (marker.byKey) marker.getElement()?.focus()
    marker.byKey = false
  })
  markers.set(spot, marker)
}

async function show() {
  const { code, style: look, tiles, attribution, sayIn, sayOut, sayBroken } = frame.dataset
  const button = frame.querySelector('button')
  button.disabled = true
  try {
    await Promise.all([style(`${code}leaflet.css`), style(look), script(`${code}leaflet.js`)])
  } catch {
    button.disabled = false
    frame.querySelector('[role=status]').textContent = sayBroken
    return
  }
  const { L } = window
  L.Icon.Default.imagePath = `${code}images/`
  const box = document.createElement('div')
  box.className = 'map-frame'
  box.setAttribute('role', 'region')
  box.setAttribute('aria-label', frame.getAttribute('aria-label'))
  frame.replaceChildren(box)
  box.addEventListener('keydown', ({ key }) => { if (key === 'Escape') map.closePopup() })
  map = L.map(box, { zoomControl: false })
  map.attributionControl.setPrefix(false)
  L.control.zoom({ position: 'bottomleft', zoomInTitle: sayIn, zoomOutTitle: sayOut }).addTo(map)
  const text = document.createElement('span')
  text.textContent = attribution
  L.tileLayer(tiles, { attribution: text.innerHTML, maxZoom: 19 }).addTo(map)
  for (const spot of spots) if (spot.dataset.geo) mark(spot)
  choose()
  box.focus()
}

if (form) {
  form.hidden = false
  form.elements.area.value = new URLSearchParams(location.search).get('area') ?? ''
  if (form.elements.area.selectedIndex < 0) form.elements.area.value = ''
  form.addEventListener('change', () => {
    const query = form.elements.area.value ? `?area=${form.elements.area.value}` : ''
    history.replaceState(null, '', location.pathname + query)
    choose()
    document.dispatchEvent(new Event('page-changed'))
  })
  choose()
}
if (frame) {
  frame.hidden = false
  frame.querySelector('button').addEventListener('click', show)
}
