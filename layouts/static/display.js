// The display itself: colours and size of letters that the address asks for, the night, full screen, no pointer where nobody
// moves it, and a screen that stays on while the doors are open. What it shows is the work of screen.js.

const root = document.documentElement
const query = new URLSearchParams(location.search)
const HIDE_POINTER = 4e3, LOOK_AGAIN = 5e3 // milliseconds

// A scheme that was asked for goes before that of the device: the rules for the dark hold always, or never.
function setScheme(scheme) {
  root.dataset.contrast = scheme
  root.style.colorScheme = scheme === 'light' ? 'light' : 'dark'
  for (const { media } of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    if (media && media.mediaText.includes('prefers-color-scheme: dark')) media.mediaText = scheme === 'light' ? 'not all' : 'all'
  }
}

const contrast = query.get('contrast')
if (['light', 'dark', 'high'].includes(contrast)) setScheme(contrast)
const size = /^[1-9]\d{1,2}$/.test(query.get('size')) ? Math.min(Math.max(query.get('size'), 60), 200) : 100 // per cent
root.style.setProperty('--size', size / 100)
root.classList.toggle('is-black', query.get('night') === 'black')

const fill = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()).catch(() => {})
addEventListener('click', (event) => { if (event.target.closest('[data-does="fill"]')) fill() })
addEventListener('keydown', (event) => { if (event.key === 'f' && !event.ctrlKey && !event.altKey && !event.metaKey) fill() })

// A page that changes under a pointer says that it moved, too.
let hiding
function pointed({ type, movementX, movementY }) {
  if (type === 'pointermove' && !movementX && !movementY) return
  root.classList.add('is-used')
  clearTimeout(hiding)
  hiding = setTimeout(() => root.classList.remove('is-used'), HIDE_POINTER)
}

addEventListener('pointermove', pointed)
addEventListener('pointerdown', pointed)

// ---------------------------------------------------------------------------------------------------- the night

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

// When the doors are open, as minutes of a week: "9-17", "mon-fri:9.30-20,sat:10-16". Nothing: always.
function openingHours(text) {
  const found = []
  for (const part of text.split(',')) {
    const match = /^(?:([a-z]{3})(?:-([a-z]{3}))?:)?(\d\d?)(?:[.:](\d\d))?-(\d\d?)(?:[.:](\d\d))?$/.exec(part.trim())
    if (!match) continue
    const [first, last] = [match[1] || 'mon', match[2] || match[1] || 'sun'].map((day) => WEEK.indexOf(day))
    const [opens, closes] = [match.slice(3, 5), match.slice(5, 7)].map(([hour, minute]) => hour * 60 + Number(minute || 0))
    if (first < 0 || last < 0 || opens >= 1440 || closes > 1440) continue
    for (let day = first; ; day = (day + 1) % 7) {
      found.push([day * 1440 + opens, day * 1440 + closes + (closes <= opens ? 1440 : 0)])
      if (day === last) break
    }
  }
  return found
}

const doors = openingHours(query.get('open') || '')

function isOpen(minute) {
  const within = ([opens, closes]) => [minute, minute + 10080].some((one) => opens <= one && one < closes)
  return !doors.length || doors.some(within)
}

const { zone } = document.querySelector('.screen').dataset
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

function minuteOfWeek() {
  const here = new Date(`${clock.format(new Date()).replace(' ', 'T')}Z`)
  return ((here.getUTCDay() + 6) % 7) * 1440 + here.getUTCHours() * 60 + here.getUTCMinutes()
}

// The only light in the night is somewhere else every minute.
function nightOrDay() {
  const minute = minuteOfWeek()
  root.classList.toggle('is-night', !isOpen(minute))
  root.style.setProperty('--night-inline', `${(minute * 37) % 70}vw`)
  root.style.setProperty('--night-block', `${(minute * 23) % 80}vh`)
  stayAwake()
}

let awake = null
async function stayAwake() {
  const wanted = !root.matches('.is-night')
  try {
    if (wanted && !document.hidden && (!awake || awake.released)) awake = await navigator.wakeLock.request('screen')
    if (!wanted && awake && !awake.released) await awake.release()
  } catch { /* the system decides */ }
}

nightOrDay()
setInterval(nightOrDay, LOOK_AGAIN)
document.addEventListener('visibilitychange', nightOrDay)
