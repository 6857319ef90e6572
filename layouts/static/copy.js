// Copies what stands in a field, and says so; a field that gets the focus is selected. Without script one selects by hand.

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value)
  } catch { // not over https, or not allowed
    field.select()
    document.execCommand('copy')
  }
}

for (const button of document.querySelectorAll('[data-copies]')) {
  const said = button.parentNode.querySelector('[role="status"]')
  button.onclick = async () => {
    said.textContent = '' // said once more, it is heard once more
    await copy(document.getElementById(button.dataset.copies))
    said.textContent = said.dataset.said
  }
}
for (const field of document.querySelectorAll('textarea[readonly]')) {
  field.onfocus = () => field.select()
  field.onclick = () => field.selectionStart === field.selectionEnd && field.select()
}
