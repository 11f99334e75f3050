// Accepting and seeing without a new page: the same form goes out, and the parts of the answer come
// in.
import { rememberNext, replaceParts } from './parts.js'

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button))
  const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } })
  replaceParts(await response.text(), '#messages, #tiles, #lists')
  if (response.status === 422) document.querySelector('.govuk-error-summary')?.focus()
}

export function acceptInPlace() {
  for (const id of ['accept', 'seen']) {
    const form = document.getElementById(id)
    if (form instanceof HTMLFormElement) answerInPlace(form)
  }
}

function answerInPlace(form) {
  form.addEventListener('submit', event => {
    const button = event.submitter
    if (!button || form.dataset.sending) return
    event.preventDefault()
    form.dataset.sending = 'yes'
    rememberNext()
    send(form, button)
      .catch(() => document.getElementById('offline')?.removeAttribute('hidden'))
      .finally(() => delete form.dataset.sending)
  })
}
