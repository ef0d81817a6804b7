import { el, replace } from '../dom.js';

/** A text with numbers at its lines, on which what is wrong can be marked. */
export function editor(label, text) {
  const gutter = el('div', { class: 'gutter', 'aria-hidden': 'true' });
  const area = el('textarea', {
    class: 'text', name: 'rules', 'aria-label': label, spellcheck: 'false', autocapitalize: 'off', wrap: 'off',
    input: () => number(),
    scroll: () => { gutter.scrollTop = area.scrollTop; },
  }, text);
  number();

  function number(wrong = new Set()) {
    const lines = area.value.split('\n').length;
    replace(gutter, Array.from({ length: lines }, (_, i) =>
      el('div', { class: wrong.has(i + 1) ? 'wrong' : null }, String(i + 1))));
    if (wrong.size === 0) {
      area.removeAttribute('aria-invalid');
    } else {
      area.setAttribute('aria-invalid', 'true');
    }
  }

  return {
    element: el('div', { class: 'editor' }, gutter, area),
    text: () => area.value,
    /** Marks the lines of these problems and no others. */
    mark: (problems) => number(new Set(problems.map((problem) => problem.line))),
    /** Takes the user to a place. */
    go: ({ line, column }) => {
      const start = area.value.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      const at = start + column - 1;
      area.focus();
      area.setSelectionRange(at, at + 1);
    },
  };
}
