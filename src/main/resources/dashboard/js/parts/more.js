import { get } from '../api.js';
import { el } from '../dom.js';
import { number } from '../words.js';

/**
 * A list that comes in parts: shows the first, and the next ones when asked.
 *
 * @param shown builds an element that holds the items of a part
 * @param empty what is said if there are none
 */
export async function parts(path, parameters, signal, shown, empty) {
  const first = await get(path, parameters, signal);
  if (first.total === 0) {
    return el('p', { class: 'empty' }, empty);
  }
  const place = el('div', { class: 'stack' }, shown(first.items));
  const count = el('span', { class: 'soft small' });
  let next = first.next;
  let seen = first.items.length;
  const button = el('button', { type: 'button', click: more }, 'Show more');
  const foot = el('div', { class: 'row between after' }, count, button);
  say(first.total);

  async function more() {
    const part = await get(path, { ...parameters, cursor: next }, signal);
    next = part.next;
    seen += part.items.length;
    place.append(shown(part.items));
    say(part.total);
  }

  function say(total) {
    count.textContent = `${number(seen)} of ${number(total)}`;
    button.hidden = next === undefined;
  }

  return el('div', null, place, foot);
}
