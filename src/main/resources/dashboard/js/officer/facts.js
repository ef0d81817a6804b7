import { path } from '../api.js';
import { el } from '../dom.js';
import { badge } from '../parts/badges.js';
import { parts } from '../parts/more.js';
import { moment } from '../time.js';
import { plain } from '../words.js';

const SAID = ['group', 'category', 'finding', 'outcome', 'disposal', 'clearance', 'measure', 'rank', 'unit', 'force', 'role'];

/** Every fact of an officer, the latest first, each with its fields when opened. */
export function factList(id, signal) {
  return parts(path('officers', id, '/timeline'), { limit: 25 }, signal, list, 'No fact is known.');
}

function list(facts) {
  return el('ul', { class: 'list lined' }, facts.map(item));
}

function item(fact) {
  // A category may have the name of its group.
  const said = new Set(SAID.filter((name) => fact.fields[name] !== undefined).map((name) => readable(fact.fields[name])));
  return el('li', null,
    el('details', null,
      el('summary', null,
        el('strong', null, plain(fact.eventType)), ' ',
        el('time', { datetime: fact.at }, moment(fact.at)), ' ',
        fact.standing !== 'COUNTS' && badge(plain(fact.standing), 'doubtful'),
        fact.handedOverHere && badge('Reassigned to this officer', 'info'),
        el('span', { class: 'soft' }, said.size > 0 ? ` ${[...said].join(', ')}` : '')),
      el('dl', { class: 'facts after' }, Object.entries(fact.fields).map(([name, value]) =>
        el('div', null,
          el('dt', null, plain(name), fact.corrected.includes(name) && ' (corrected)'),
          el('dd', null, String(value)))))));
}

function readable(value) {
  return /^[A-Z_]{4,}$/.test(value) ? plain(value) : String(value);
}
