import { may } from '../access/me.js';
import { get } from '../api.js';
import { el } from '../dom.js';
import { badge } from '../parts/badges.js';
import { heading, panel } from '../parts/layout.js';
import { table } from '../parts/table.js';
import { address } from '../router.js';
import { alertsLink } from '../rules/over-time.js';
import { many, number, plain } from '../words.js';

const COLUMNS = [
  { name: 'Rule', value: (rule) => el('a', { href: address('rules', rule.id) }, rule.title) },
  { name: 'Kind', value: (rule) => plain(rule.kind) },
  { name: 'Status', value: statusBadge },
  { name: 'Version', value: (rule) => el('code', null, rule.version) },
  { name: 'Source', value: (rule) => rule.source ?? '–' },
];

/** The rules in force. */
export async function open({ signal }) {
  const { items, warnings } = await get('/api/v1/rules', null, signal);
  const onTrial = items.filter((rule) => rule.status === 'shadow');
  return {
    title: 'Rules',
    elements: [
      heading('Rules', null, may('try-rules') && el('a', { class: 'button', href: address('check') }, 'Check a rule of your own')),
      el('div', { class: 'stack' },
        warnings.length > 0 && el('div', { class: 'problem' }, el('ul', null, warnings.map((warning) => el('li', null, warning)))),
        panel(`${many(items.length, 'rule')} in force`, table('Rules in force', COLUMNS, items)),
        may('read-alerts') && onTrial.length > 0 && panel('On trial', await trials(onTrial, signal))),
    ],
  };
}

/** What rules have recorded of which nobody was told. */
async function trials(rules, signal) {
  const { rows } = await get('/api/v1/alerts/over-time', { by: 'year', shadow: true }, signal);
  const sum = (rule, name) => rows.filter((row) => row.ruleId === rule.id).reduce((total, row) => total + row[name], 0);
  return table('Rules on trial', [
    { name: 'Rule', value: (rule) => el('a', { href: address('rules', rule.id) }, rule.title) },
    { name: 'Recorded', value: (rule) => alertsLink(rule, many(sum(rule, 'alerts'), 'alert')) },
    { name: 'Stand', value: (rule) => number(sum(rule, 'standing')), number: true },
    { name: 'Last year with any', value: (rule) => rows.filter((row) => row.ruleId === rule.id).at(-1)?.period ?? '–' },
  ], rules);
}

export function statusBadge(rule) {
  return rule.status === 'shadow' ? badge('Shadow', 'shadow', 'On trial: nobody is notified.') : badge('Live', 'good');
}
