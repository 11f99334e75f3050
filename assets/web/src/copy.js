// Copies a text to be pasted elsewhere. Without scripts the text is selected by hand, so the button
// is not there then; where the browser lets no page copy, the text is selected and says so.
const SAID = 4000 // ms that the answer stands

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    return false
  }
}

function follow(button) {
  const field = document.getElementById(button.dataset.copy)
  const heard = button.parentElement.querySelector('[role="status"]')
  if (!field || !heard) return
  button.hidden = false
  button.addEventListener('click', async () => {
    const done = await copied(field)
    if (!done) {
      field.focus()
      field.select()
    }
    heard.textContent = done ? 'Copied.' : 'Selected: copy it with the keyboard.'
    setTimeout(() => { heard.textContent = '' }, SAID)
  })
}

export function copyTexts() {
  for (const button of document.querySelectorAll('button[data-copy]')) follow(button)
}
