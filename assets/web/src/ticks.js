// A group's list: all or nobody in one touch, and how many are ticked so far. Without scripts the
// two buttons ask the office for the list again.
export function tickGroups() {
  const list = document.getElementById('ticks')
  if (!list) return
  const boxes = [...list.querySelectorAll('input[name=tick]')]
  const tally = document.getElementById('tick-tally')
  const count = () => {
    tally.textContent = `${boxes.filter(box => box.checked).length} of ${boxes.length} ticked`
  }
  list.addEventListener('change', count)
  for (const button of list.querySelectorAll('[data-fill]')) {
    button.addEventListener('click', event => {
      event.preventDefault()
      const all = button.dataset.fill === 'likely'
      for (const box of boxes) box.checked = all && box.hasAttribute('data-likely')
      count()
    })
  }
  count()
}
