import { el } from '../dom.js';
import { KINDS } from '../review/kinds.js';
import { many } from '../words.js';

const OFFERED = ['ACKNOWLEDGE', 'ASSIGN', 'SNOOZE', 'CLOSE'];

/**
 * What can be done with the chosen alerts: { element, show: how many are chosen of how many }.
 *
 * @param total says how many there are
 */
export function selectionBar({ all, act, total }) {
  const every = el('input', { type: 'checkbox', change: () => all(every.checked) });
  const count = el('span', { role: 'status' });
  const buttons = OFFERED.map((action) => el('button', { type: 'button', 'aria-haspopup': 'dialog', click: () => act(action) }, KINDS[action].does));
  const element = el('div', { class: 'selection', role: 'group', 'aria-label': 'Chosen alerts' },
    el('label', { class: 'row' }, every, 'All shown'), total, count, el('div', { class: 'row' }, buttons));

  function show(chosen, shown) {
    every.checked = chosen > 0 && chosen === shown;
    every.indeterminate = chosen > 0 && chosen < shown;
    count.textContent = chosen === 0 ? '' : `${many(chosen, 'alert')} chosen`;
    buttons.forEach((button) => { button.disabled = chosen === 0; });
  }

  show(0, 0);
  return { element, show };
}
