import { el } from '../dom.js';

/** The heading of a page, with badges below and things to do at its side. */
export function heading(text, badges, ...tools) {
  return el('div', { class: 'heading' },
    el('div', null, el('h1', null, text), badges?.length > 0 && el('div', { class: 'badges' }, badges)),
    tools.length > 0 && el('div', { class: 'row' }, tools));
}

/** A sheet with a heading of its own. */
export function panel(title, ...content) {
  return el('section', { class: 'panel', 'aria-label': title }, el('h2', null, title), content);
}

/** Names with values, those without a value left out. */
export function facts(...pairs) {
  return el('dl', { class: 'facts' }, pairs
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value, wide]) => el('div', { class: wide ? 'wide' : null }, el('dt', null, name), el('dd', null, value))));
}

/** A control with its label. */
export function field(label, control) {
  return el('label', { class: 'field' }, el('span', null, label), control);
}

/** A choice of [value, text] pairs. */
export function choice(name, options, value, changed) {
  return el('select', { name, change: changed },
    options.map(([key, text]) => el('option', { value: key, selected: key === (value ?? '') }, text)));
}
