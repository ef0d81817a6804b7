import { el } from '../dom.js';

let number = 0;

/**
 * Opens a dialog above the page. The browser keeps the focus in it, closes it with Escape, and gives the focus back to
 * what had it before.
 *
 * @param back gives what has the focus then if that is gone, or null: the page has it
 * @return the dialog; close it with its `close`
 */
export function openDialog(title, back, ...content) {
  number += 1;
  const id = `dialog-${number}`;
  const before = document.activeElement;
  const dialog = el('dialog', { 'aria-labelledby': id }, el('h2', { id }, title), content);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (!before.isConnected) {
      (back() ?? document.getElementById('page')).focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
