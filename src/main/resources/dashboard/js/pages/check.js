import { get, path, postRules } from '../api.js';
import { el, replace } from '../dom.js';
import { heading, panel } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { backtest } from '../rules/backtest.js';
import { editor } from '../rules/editor.js';
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

/** Checks the text of rules, runs its tests and tries it on the history; nothing is put in force. */
export async function open({ parameters, signal }) {
  const copied = parameters.rule === undefined ? undefined : await get(path('rules', parameters.rule), null, signal);
  const text = editor('Rules as YAML', copied?.yaml ?? EXAMPLE);
  const result = el('div', { role: 'status' }, el('p', { class: 'soft' }, 'What is found is said here, with line and column.'));
  const form = el('form', { class: 'stack', submit: (event) => {
    event.preventDefault();
    run('/api/v1/rules/check', checkReport);
  } },
    text.element,
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Check'),
      el('button', { type: 'button', click: () => run('/api/v1/rules/test', testReport) }, 'Run its tests')));

  async function run(url, report) {
    try {
      const found = await postRules(url, text.text(), signal);
      text.mark(found.errors ?? []);
      replace(result, report(found, text));
    } catch (cause) {
      replace(result, problem(cause, () => run(url, report)));
    }
  }

  const title = copied ? `A copy of ${copied.title}` : 'Check a rule';
  return {
    title,
    elements: [
      heading(title),
      el('div', { class: 'columns two' },
        panel('Text', el('p', { class: 'soft' }, 'Nothing here is stored or put in force.'), form),
        panel('Result', result),
        el('div', { class: 'whole' }, panel('Back-test', backtest(text, signal)))),
    ],
  };
}
