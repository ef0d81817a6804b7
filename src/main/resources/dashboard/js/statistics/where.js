import { el, replace } from '../dom.js';
import { choice, field } from '../parts/layout.js';
import { plain } from '../words.js';

/** Filters that can be added and taken away again. `changed` is told all of them, as the API takes them. */
export function where(names, changed) {
  const chosen = [];
  const list = el('div', { class: 'row', role: 'group', 'aria-label': 'Filters that apply' });
  const name = choice('name', names.map((one) => [one, plain(one)]), 'force');
  const value = el('input', { name: 'value', maxlength: 100, autocapitalize: 'off' });
  const form = el('form', { class: 'fields narrow', 'aria-label': 'Add a filter', submit: (event) => {
    event.preventDefault();
    const text = `${name.value}:${value.value.trim()}`;
    if (value.value.trim() !== '' && !chosen.includes(text)) {
      chosen.push(text);
      value.value = '';
      show();
    }
  } },
    field('Count only where', name), field('Is', value),
    el('div', { class: 'field end' }, el('button', null, 'Add the filter')));

  function show() {
    replace(list, chosen.map((text) => el('button', {
      type: 'button', 'aria-label': `Remove ${text}`, click: () => {
        chosen.splice(chosen.indexOf(text), 1);
        show();
      },
    }, text, ' ×')));
    changed([...chosen]);
  }

  return [form, list];
}
