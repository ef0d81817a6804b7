import { get, path } from '../api.js';
import { el } from '../dom.js';
import { heading, field, panel } from '../parts/layout.js';
import { address } from '../router.js';

/** Asks for an officer by id: the monitor keeps no list of officers to browse. */
export async function open() {
  const id = el('input', { name: 'officer', required: true, maxlength: 200, autocomplete: 'off' });
  const said = el('p', { role: 'status' });
  const form = el('form', { class: 'stack short', submit: find },
    field('Identity of the officer', id),
    el('div', { class: 'row' }, el('button', { class: 'main' }, 'Open the record'), said));

  async function find(event) {
    event.preventDefault();
    const officer = id.value.trim();
    try {
      await get(path('officers', officer));
      location.hash = address('officers', officer);
    } catch (cause) {
      said.textContent = cause.message;
    }
  }

  return {
    title: 'Officers',
    elements: [
      heading('Officers'),
      panel('Open a record', el('p', { class: 'soft' }, 'By the identity the feeds use, letter for letter. Alerts link to it too.'), form),
    ],
  };
}
