import { ownName } from '../access/me.js';
import { el } from '../dom.js';
import { field } from '../parts/layout.js';
import { KINDS } from './kinds.js';

const LONGEST = 10_000;
const WEEK_MS = 7 * 86_400_000;
const OUTCOMES = [
  ['', 'Choose'],
  ['ACTION_TAKEN', 'Action taken: something was done'],
  ['NO_ACTION_NEEDED', 'No action needed: it was right'],
  ['FALSE_POSITIVE', 'False positive: it should not have been raised'],
];

const BUILT = {
  owner,
  outcome: () => field('Outcome', el('select', { name: 'outcome', required: true }, OUTCOMES.map(([value, text]) => el('option', { value }, text)))),
  until: () => field('Until the beginning of (UTC)', el('input', { type: 'date', name: 'until', required: true, min: date(86_400_000), value: date(WEEK_MS) })),
  reason: () => text('Reason', 'reason', true),
  statement: () => text("The officer's own words", 'statement', true),
  comment: (required) => text(required ? 'Comment' : 'Comment, if any', 'comment', required),
};

/** What is asked for with an action: { element, values: () => what was written }. */
export function actionFields(action) {
  const { needs, may } = KINDS[action];
  const built = [...needs.map((name) => BUILT[name](true)), ...may.map((name) => BUILT[name](false))];
  const element = el('div', { class: 'stack' }, built);
  return { element, values: () => read(element) };
}

function read(element) {
  const values = {};
  for (const control of element.querySelectorAll('[name]')) {
    if (control.value.trim() !== '') {
      values[control.name] = control.type === 'date' ? `${control.value}T00:00:00Z` : control.value.trim();
    }
  }
  return values;
}

function owner(required) {
  const input = el('input', { name: 'owner', required, maxlength: 200, autocomplete: 'off' });
  const label = required ? 'Who has it from now on' : 'Who has it from now on, if that changes';
  return el('div', { class: 'with-button' },
    field(label, input),
    el('button', { type: 'button', click: () => { input.value = ownName(); } }, `Me (${ownName()})`));
}

function text(label, name, required) {
  return field(label, el('textarea', { name, required, rows: 3, maxlength: LONGEST }));
}

function date(fromNow) {
  return new Date(Date.now() + fromNow).toISOString().slice(0, 10);
}
