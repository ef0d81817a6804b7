import { el } from '../dom.js';
import { day } from '../time.js';

const MONTHS = 180;

/** A slider over the past, by month: what was known on that day. At its end: what is known now. */
export function asOf(changed) {
  const told = el('output', { for: 'as-of' }, 'Now');
  const slider = el('input', {
    type: 'range', id: 'as-of', name: 'asOf', min: -MONTHS, max: 0, value: 0, 'aria-describedby': 'as-of-meaning',
    input: () => { told.textContent = text(slider.value); },
    change: () => changed(time(slider.value)?.toISOString()),
  });
  return el('div', { class: 'field' },
    el('label', { for: 'as-of' }, 'As known on: ', told),
    slider,
    el('span', { id: 'as-of-meaning', class: 'small' }, 'Corrections made later are left out.'));
}

function text(months) {
  const then = time(months);
  return then === undefined ? 'Now' : day(then);
}

function time(months) {
  if (Number(months) === 0) {
    return undefined;
  }
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 + Number(months), 1));
}
