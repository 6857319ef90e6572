// Copies, shares and prints. Without script the address and the text stand on the page, and can be mailed from there.

async function copy(button) {
  const text = document.getElementById(button.dataset.copies).textContent
  await navigator.clipboard.writeText(text)
  const said = button.closest('section').querySelector('[data-copied]')
  said.textContent = said.dataset.copied
}

function share(button) {
  return navigator.share({ title: button.dataset.shares, url: document.getElementById('address').textContent })
}

// Each button appears where the browser can do what it says; who closes the window to share has changed their mind.
const can = [
  ['[data-copies]', navigator.clipboard && isSecureContext, copy],
  ['[data-shares]', navigator.share, share],
  ['[data-prints]', true, () => print()],
]
for (const [selector, able, act] of can) {
  for (const one of able ? document.querySelectorAll(selector) : []) {
    one.hidden = false
    one.firstElementChild.addEventListener('click', async () => {
      try {
        await act(one)
      } catch (error) {
        if (error.name !== 'AbortError') throw error
      }
    })
  }
}
