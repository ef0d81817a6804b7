import { el } from '../dom.js';
import { field } from '../parts/layout.js';
import { use } from './token.js';

let asking = null;

/**
 * Asks for a token, once however many need one.
 *
 * @return whether one was given
 */
export function signIn(wasWrong) {
  asking ??= ask(wasWrong).finally(() => {
    asking = null;
  });
  return asking;
}

function ask(wasWrong) {
  const text = el('input', { type: 'password', name: 'token', autocomplete: 'off', required: true, spellcheck: 'false' });
  const dialog = el('dialog', { 'aria-labelledby': 'sign-in-title' });
  const form = el('form', { class: 'stack', submit: (event) => {
    event.preventDefault();
    use(text.value.trim());
    dialog.close('given');
  } },
    el('h2', { id: 'sign-in-title' }, 'Who asks?'),
    el('p', null, wasWrong
      ? 'The token is not good, or not any more. Paste another.'
      : 'This monitor answers only to those it knows. Paste your token; it is kept until you close this tab.'),
    field('Token', text),
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Go on'),
      el('button', { type: 'button', click: () => dialog.close('') }, 'Not now')));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'given');
    });
  });
}
