import { get, path } from '../api.js';
import { cards } from '../alerts/card.js';
import { el } from '../dom.js';
import { career } from '../officer/career.js';
import { counts } from '../officer/counts.js';
import { factList } from '../officer/facts.js';
import { lifeLine } from '../officer/life-line.js';
import { peers } from '../officer/peers.js';
import { facts, heading, panel } from '../parts/layout.js';
import { parts } from '../parts/more.js';
import { day } from '../time.js';
import { number, plain } from '../words.js';

const MOST_DRAWN = 500;

/** One officer: the record, and what was made of it. */
export async function open({ id, signal }) {
  const ask = (rest, parameters) => get(path('officers', id, rest), parameters, signal);
  const [officer, timeline, vetting, postings] = await Promise.all([
    ask(''), ask('/timeline', { limit: MOST_DRAWN }), ask('/vetting'), ask('/postings'),
  ]);
  const [list, alerts, counted, compared] = await Promise.all([
    factList(id, signal),
    parts('/api/v1/alerts', { officer: id, limit: 5 }, signal, cards, 'No alert was ever raised.'),
    counts(id, signal),
    peers(id, signal),
  ]);
  return {
    title: `Officer ${id}`,
    elements: [
      heading(`Officer ${id}`),
      el('div', { class: 'columns two' },
        panel('Record in short', short(officer)),
        panel('Vetting, postings, measures', career(vetting, postings)),
        el('div', { class: 'whole' }, panel('Life line', lifeLine(timeline.items, postings.measures, officer))),
        panel('Alerts', alerts),
        panel('Counts', counted),
        el('div', { class: 'whole' }, panel('Compared with peers', compared)),
        el('div', { class: 'whole' }, panel('Every fact', list))),
    ],
  };
}

function short(officer) {
  const figure = (value) => el('span', { class: 'figure-number' }, number(value));
  return facts(
    ['Allegations that count', figure(officer.allegations)],
    ['Cases that count', figure(officer.cases)],
    ['Facts', figure(officer.facts)],
    ['Facts that count', figure(officer.counting)],
    ['First fact', day(officer.firstAt)],
    ['Last fact', day(officer.lastAt)],
    ['Force', officer.force],
    ['Unit', officer.unit],
    ['Rank', officer.rank],
    ['Kind', officer.personKind && plain(officer.personKind)],
  );
}
