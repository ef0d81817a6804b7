import { el } from '../dom.js';

/**
 * A table that scrolls by itself where it is too wide.
 *
 * @param columns each { name, value: row => text or element, number: whether it is one }; the first names the row
 */
export function table(caption, columns, rows) {
  return el('div', { class: 'table', role: 'region', 'aria-label': caption, tabindex: '0' },
    el('table', null,
      el('caption', { class: 'unseen' }, caption),
      el('thead', null, el('tr', null, columns.map((column) => cell('th', column, column.name, 'col')))),
      el('tbody', null, rows.map((row) => el('tr', null, columns.map((column, i) =>
        cell(i === 0 ? 'th' : 'td', column, column.value(row), i === 0 ? 'row' : null)))))));
}

function cell(tag, column, content, scope) {
  return el(tag, { scope, class: column.number ? 'number' : null }, content);
}
