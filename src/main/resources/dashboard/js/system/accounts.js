import { get } from '../api.js';
import { el } from '../dom.js';
import { badge } from '../parts/badges.js';
import { table } from '../parts/table.js';
import { number, plain } from '../words.js';

const BECAME = ['accepted', 'duplicate', 'superseded', 'deadLettered'];
const COLUMNS = [
  { name: 'Publisher', value: (row) => row.publisher },
  { name: 'Topic', value: (row) => row.topic },
  ...['read', ...BECAME].map((name) => ({ name: name === 'deadLettered' ? 'Dead-lettered' : plain(name), value: (row) => number(row[name]), number: true })),
  { name: 'Adds up', value: balance },
  { name: 'Why dead-lettered', value: reasons },
];

/** What became of every record, by publisher. */
export async function accounts(signal) {
  const { items } = await get('/api/v1/system/accounts', null, signal);
  return items.length === 0
    ? el('p', { class: 'empty' }, 'No record was read yet.')
    : [
      el('p', { class: 'soft' }, 'Read = accepted + duplicate + superseded + dead-lettered. Corrections are accepted under a higher revision.'),
      table('Accounts of every publisher', COLUMNS, items),
    ];
}

function balance(row) {
  const sum = BECAME.reduce((total, name) => total + row[name], 0);
  return sum === row.read ? badge('Yes', 'good') : badge(`${number(row.read - sum)} in work`, 'doubtful');
}

function reasons(row) {
  const known = Object.entries(row.reasons).map(([reason, count]) => `${plain(reason)}: ${number(count)}`);
  return known.length === 0 ? '–' : known.join(', ');
}
