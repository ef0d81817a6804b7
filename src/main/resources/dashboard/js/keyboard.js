import { el } from './dom.js';

const EVERYWHERE = [['?', 'Show the keys of this page'], ['Esc', 'Close this']];
let own = [];

/** Opens the list of keys with the button and with "?". */
export function startKeyboard(button) {
  const dialog = el('dialog', { 'aria-labelledby': 'keys-title' });
  document.body.append(dialog);
  const open = () => {
    dialog.replaceChildren(...content(dialog));
    dialog.showModal();
  };
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]') || !isCommand(event)) {
      return;
    }
    if (event.key === '?') {
      event.preventDefault();
      open();
      return;
    }
    const found = own.find(({ key }) => key === event.key);
    if (found) {
      event.preventDefault();
      found.act();
    }
  });
}

/** Gives the page its own keys, each with what it does, until the signal. */
export function onKeys(keys, signal) {
  own = keys;
  signal.addEventListener('abort', () => {
    own = [];
  });
}

/** Whether a key is not meant for what is being written or pressed. */
function isCommand(event) {
  const writing = event.target.closest?.('input:not([type=checkbox]), textarea, select');
  return !writing && !event.ctrlKey && !event.altKey && !event.metaKey;
}

function content(dialog) {
  const lines = [...own.map(({ key, does }) => [key, does]), ...EVERYWHERE];
  return [
    el('h2', { id: 'keys-title' }, 'Keys'),
    el('dl', { class: 'keys' }, lines.map(([key, does]) => [el('dt', null, el('kbd', null, key)), el('dd', null, does)])),
    el('button', { type: 'button', click: () => dialog.close() }, 'Close'),
  ];
}
