import { el } from '../dom.js';

/** Asks before something is done that cannot be undone. Whether it was confirmed. */
export function confirmed(question, meaning, word) {
  return new Promise((answer) => {
    const dialog = el('dialog', { 'aria-label': question, close: () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    } },
      el('form', { method: 'dialog', class: 'stack' },
        el('h2', null, question),
        el('p', null, meaning),
        el('div', { class: 'row' },
          el('button', { class: 'main', value: 'yes' }, word),
          el('button', { value: 'no', autofocus: true }, 'Leave it'))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
