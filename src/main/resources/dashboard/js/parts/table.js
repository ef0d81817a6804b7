import { el } from '../dom.js';

/**
 * A table that scrolls by itself where it is too wide; on a narrow screen each row is a card. The roles say what
 * browsers may forget when the style lays a table out differently.
 *
 * @param columns each { name, value: row => text or element, number: whether it is one }; the first names the row
 */
export function table(caption, columns, rows) {
  return el('div', { class: 'table', role: 'group', 'aria-label': `Scrolls: ${caption}`, tabindex: '0' },
    el('table', { role: 'table', 'aria-label': caption, class: 'cards' },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, columns.map((column) =>
        el('th', { scope: 'col', role: 'columnheader', class: numeric(column) }, column.name)))),
      el('tbody', { role: 'rowgroup' }, rows.map((row) => el('tr', { role: 'row' }, columns.map((column, i) =>
        cell(column, column.value(row), i === 0)))))));
}

function cell(column, content, first) {
  const attributes = { class: numeric(column), 'data-name': column.name };
  return first
    ? el('th', { ...attributes, scope: 'row', role: 'rowheader' }, content)
    : el('td', { ...attributes, role: 'cell' }, content);
}

function numeric(column) {
  return column.number ? 'number' : null;
}
