import { el } from '../dom.js';
import { number, plain } from '../words.js';

/** The table, with its totals last. */
export function numbers(table) {
  const words = table.groupBy.length;
  return el('div', { class: 'table', role: 'group', 'aria-label': 'Scrolls: the numbers', tabindex: '0' },
    el('table', null,
      el('thead', null, el('tr', null, table.columns.map((column, i) =>
        el('th', { scope: 'col', class: i < words ? null : 'number' }, i < words ? plain(column) : column)))),
      el('tbody', null, table.rows.map((row) => el('tr', null, row.map((value, i) => (i < words
        ? el('th', { scope: 'row' }, value)
        : el('td', { class: 'number' }, shown(value))))))),
      el('tfoot', null, el('tr', null,
        words > 0 && el('th', { scope: 'row', colspan: words }, 'Total'),
        table.total.map((value) => el('td', { class: 'number' }, shown(value)))))));
}

function shown(value) {
  if (value === null) {
    return '–';
  }
  return typeof value === 'number' ? number(value) : value;
}
