import { el } from '../dom.js';
import { choice, field } from '../parts/layout.js';
import { plain } from '../words.js';

/** What alerts are listed by where their review is: the value in the address, its text, what the API is asked for. */
const SHOWN = [
  ['open', 'Open: want a person', { open: true }],
  ['overdue', 'Overdue', { overdue: true }],
  ...['NEW', 'ACKNOWLEDGED', 'UNDER_REVIEW', 'INTERVENTION_PENDING', 'SNOOZED'].map((state) => [state, plain(state), { state }]),
  ['closed', 'Decided or over', { open: false }],
  ...['ACTION_TAKEN', 'NO_ACTION_NEEDED', 'FALSE_POSITIVE'].map((state) => [state, plain(state), { state }]),
  ['standing', 'All that stand', { standing: true }],
  ['over', 'All that stand no more', { standing: false }],
  ['all', 'All', {}],
];
const SHADOW = [['', 'Live and shadow'], ['false', 'Live only'], ['true', 'Shadow only']];
const HANDLING = [['', 'Any'], ['OPEN', 'Open'], ['CONFIDENTIAL', 'Confidential'], ['COVERT', 'Covert']];
const SORT = [
  ['due', 'Due first'], ['-changedAt', 'Latest change first'], ['changedAt', 'Earliest change first'],
  ['-firedAt', 'Latest fired first'], ['firedAt', 'Earliest fired first'],
];
const WIDE = '(min-width: 60rem)';

/** The form alerts are chosen with. `changed` is called with the parameters of the address. */
export function filters(parameters, rules, changed) {
  const form = el('form', { class: 'fields search', role: 'search', 'aria-label': 'Choose alerts', submit: (event) => event.preventDefault() },
    field('Text', el('input', { type: 'search', name: 'text', value: parameters.text, placeholder: 'Officer, rule or tenant', maxlength: 100 })),
    field('Review', choice('show', SHOWN, parameters.show ?? 'open')),
    field('Who has it', el('input', { name: 'owner', value: parameters.owner, placeholder: 'Anybody', maxlength: 100 })),
    field('Rule', choice('rule', ruleOptions(rules, parameters.rule), parameters.rule)),
    field('Level', el('input', { name: 'level', value: parameters.level, list: 'levels', placeholder: 'Any', maxlength: 100 })),
    field('Tenant', el('input', { name: 'tenant', value: parameters.tenant, list: 'tenants', placeholder: 'Any', maxlength: 100 })),
    field('Rules on trial', choice('shadow', SHADOW, parameters.shadow)),
    field('Handling', choice('handling', HANDLING, parameters.handling)),
    field('Order', choice('sort', SORT, parameters.sort ?? '-changedAt')),
    el('datalist', { id: 'levels' }, ['IMMEDIATE', 'RED', 'AMBER', 'INFO'].map((level) => el('option', { value: level }))),
    el('datalist', { id: 'tenants' }));
  form.addEventListener('change', () => changed(read(form)));
  return el('details', { class: 'panel', open: matchMedia(WIDE).matches }, el('summary', null, 'Choose and sort'), form);
}

/** What the API is asked for. */
export function asked({ show, ...parameters }) {
  const [, , shown] = SHOWN.find(([name]) => name === show) ?? SHOWN[0];
  return { sort: '-changedAt', ...parameters, ...shown };
}

/** Offers the tenants that were seen. */
export function offerTenants(place, tenants) {
  place.querySelector('#tenants').replaceChildren(...[...tenants].sort().map((tenant) => el('option', { value: tenant })));
}

function read(form) {
  const values = Object.fromEntries(new FormData(form));
  if (values.show === 'open') {
    delete values.show;
  }
  if (values.sort === '-changedAt') {
    delete values.sort;
  }
  return values;
}

function ruleOptions(rules, chosen) {
  const options = [['', 'Any'], ...rules.map((rule) => [rule.id, rule.title])];
  // A rule that is not in force any more has alerts all the same.
  return !chosen || rules.some((rule) => rule.id === chosen) ? options : [...options, [chosen, chosen]];
}
