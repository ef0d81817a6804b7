import { el } from '../dom.js';
import { badge } from '../parts/badges.js';
import { table } from '../parts/table.js';
import { day } from '../time.js';
import { plain } from '../words.js';

const SPELL = [
  { name: 'From', value: (spell) => day(spell.from) },
  { name: 'Until', value: (spell) => (spell.until ? day(spell.until) : 'Goes on') },
];
const POSTINGS = [...SPELL, ...['force', 'unit', 'rank', 'role'].map((name) => ({ name: plain(name), value: (posting) => posting[name] ?? '–' }))];
const MEASURES = [...SPELL, { name: 'Measure', value: (measure) => plain(measure.measure ?? 'Not said') }];

/** Clearance, where the officer has served, and what was imposed. */
export function career(vetting, { postings, measures }) {
  return [
    el('h3', null, 'Vetting'),
    clearance(vetting.current),
    el('h3', null, 'Postings'),
    postings.length === 0 ? none('No posting is known.') : table('Postings', POSTINGS, postings),
    el('h3', null, 'Suspensions and restrictions'),
    measures.length === 0 ? none('None is known.') : table('Suspensions and restrictions', MEASURES, measures),
  ];
}

function clearance(current) {
  if (current === undefined) {
    return none('Nothing is known of any clearance.');
  }
  return el('p', { class: 'row' },
    badge(plain(current.status), current.status === 'GRANTED' ? 'good' : 'bad'),
    el('span', null, [
      current.clearance,
      `since ${day(current.since)}`,
      current.expiresAt && `until ${day(current.expiresAt)}`,
      current.conditions && `on conditions: ${current.conditions}`,
    ].filter(Boolean).join(', ')));
}

function none(text) {
  return el('p', { class: 'soft' }, text);
}
