import { postRules } from '../api.js';
import { el, replace } from '../dom.js';
import { field, heading, panel } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { checkReport, testReport } from '../rules/reports.js';

const EXAMPLE = `id: repeat-any
title: Three allegations in a year
kind: threshold
count: allegations
window: P365D
levels:
  - { level: AMBER, at: 3 }
tests:
  - name: the third within a year fires
    events:
      - { recordedAt: 2024-01-01 }
      - { recordedAt: 2024-06-01 }
      - { recordedAt: 2024-12-01 }
    alerts:
      - { level: AMBER, firedAt: 2024-12-01, count: 3 }
`;

/** Checks the text of rules and runs its tests; nothing is put in force. */
export async function open({ signal }) {
  const text = el('textarea', { class: 'text', name: 'rules', spellcheck: 'false', autocapitalize: 'off' }, EXAMPLE);
  const result = el('div', { role: 'status' }, el('p', { class: 'soft' }, 'What is found is said here, with line and column.'));
  const form = el('form', { class: 'stack', submit: (event) => {
    event.preventDefault();
    run('/api/v1/rules/check', checkReport);
  } },
    field('Rules as YAML', text),
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Check'),
      el('button', { type: 'button', click: () => run('/api/v1/rules/test', testReport) }, 'Run its tests')));

  async function run(url, report) {
    try {
      replace(result, report(await postRules(url, text.value, signal), go));
    } catch (cause) {
      replace(result, problem(cause, () => run(url, report)));
    }
  }

  function go({ line, column }) {
    const start = text.value.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = start + column - 1;
    text.focus();
    text.setSelectionRange(at, at + 1);
  }

  return {
    title: 'Check a rule',
    elements: [
      heading('Check a rule'),
      el('div', { class: 'columns two' },
        panel('Text', el('p', { class: 'soft' }, 'Nothing here is stored or put in force.'), form),
        panel('Result', result)),
    ],
  };
}
