// Tables that sort by a click on a column's head (MoJ's sortable table), also after a live update.
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'

const chosen = new Map() // table's part -> [column, direction]

function sortAgain(table, part) {
  const [column, direction] = chosen.get(part) ?? []
  const button = () => table.querySelectorAll('thead th')[column]?.querySelector('button')
  for (let clicks = 0; clicks < 2 && column !== undefined; clicks += 1) {
    if (button()?.parentElement.getAttribute('aria-sort') === direction) return
    button()?.click()
  }
}

export function sortTables(root = document) {
  for (const table of root.querySelectorAll('table.hb-table, table.hb-list--sortable')) {
    const part = table.closest('section')?.id ?? ''
    // All but the last column, which is what one can do with a child.
    for (const head of table.querySelectorAll('thead th:not(:last-child)')) head.setAttribute('aria-sort', 'none')
    new SortableTable(table)
    sortAgain(table, part)
    table.querySelector('thead').addEventListener('click', event => {
      const head = event.target.closest('th')
      if (!head) return
      chosen.set(part, [[...head.parentElement.children].indexOf(head), head.getAttribute('aria-sort')])
    })
  }
}
