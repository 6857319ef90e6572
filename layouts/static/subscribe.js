// Opens the steps of the reader's own device, copies the address and prints. Without script all steps stand there to be opened.

const device = /iPhone|iPad|Macintosh/.test(navigator.userAgent) ? 'apple' : /Android/.test(navigator.userAgent) && 'android'
const steps = device && document.getElementById(device)
if (steps) steps.open = true

for (const one of document.querySelectorAll('[data-prints]')) {
  one.hidden = false
  one.firstElementChild.addEventListener('click', () => print())
}
for (const one of navigator.clipboard ? document.querySelectorAll('[data-copies]') : []) {
  one.hidden = false
  one.firstElementChild.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(one.dataset.copies).textContent)
    one.parentElement.querySelector('[data-copied]').textContent = one.dataset.said
  })
}
