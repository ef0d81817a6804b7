import { el } from '../dom.js';
import { badge } from '../parts/badges.js';
import { many, number } from '../words.js';

/** The tests of rules and what came out. `editor` holds the text and takes one to a place in it, if there is one. */
export function testReport(report, editor) {
  if (report.errors) {
    return problems('The text must be mended before its tests can run:', report.errors, editor);
  }
  const failed = report.tests.filter((test) => !test.passed).length;
  return [
    el('p', null, outcome(report.tests.length, failed)),
    el('ul', { class: 'list lined' }, report.tests.map((test) => el('li', null,
      el('div', { class: 'row' }, badge(test.passed ? 'Passed' : 'Failed', test.passed ? 'good' : 'bad'), el('span', null, test.name)),
      test.differences.length > 0 && el('ul', null, test.differences.map((difference) => el('li', null, difference)))))),
  ];
}

function outcome(tests, failed) {
  if (tests === 0) {
    return 'There is no test.';
  }
  return failed === 0 ? `${many(tests, 'test')}, all passed.` : `${number(failed)} of ${many(tests, 'test')} failed.`;
}

/** What is wrong with a text, and what it says. */
export function checkReport(report, editor) {
  return [
    report.ok
      ? el('p', { class: 'row' }, badge('Good', 'good'), `It can be used: ${many(report.rules.length, 'rule')} (${report.rules.map((rule) => rule.id).join(', ')}).`)
      : problems(`${many(report.errors.length, 'thing')} must be mended:`, report.errors, editor),
    report.warnings.length > 0 && problems('Doubtful:', report.warnings, editor),
  ];
}

function problems(sentence, list, editor) {
  const lines = editor?.text().split('\n') ?? [];
  return [
    el('p', null, sentence),
    el('ul', { class: 'list lined' }, list.map((problem) => el('li', null,
      el('div', { class: 'row' }, place(problem, editor), el('span', null, problem.message)),
      lines[problem.line - 1] !== undefined && excerpt(lines[problem.line - 1], problem)))),
  ];
}

/** The line, with a mark below the place. */
function excerpt(line, { column }) {
  return el('pre', { class: 'excerpt', tabindex: '0', role: 'region', 'aria-label': 'The line' },
    el('code', null, `${line}\n${' '.repeat(Math.max(0, column - 1))}^`));
}

/** Line 0 means the whole text. */
function place(problem, editor) {
  if (problem.line === 0) {
    return el('span', { class: 'soft' }, 'The text');
  }
  const text = `${problem.line}:${problem.column}`;
  return editor
    ? el('button', { type: 'button', class: 'place', 'aria-label': `Go to line ${problem.line}, column ${problem.column}`, click: () => editor.go(problem) }, text)
    : el('span', { class: 'place' }, text);
}
