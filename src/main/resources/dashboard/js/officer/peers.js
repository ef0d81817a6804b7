import { get, path } from '../api.js';
import { el } from '../dom.js';
import { table } from '../parts/table.js';
import { day } from '../time.js';
import { number } from '../words.js';

const COLUMNS = [
  { name: 'Rule', value: (row) => row.title },
  { name: 'Count', value: (row) => `${number(row.count)} ${row.counts} within ${row.window}, on ${day(row.at)}` },
  { name: 'Peers', value: (row) => `${number(row.size)} with ${row.group}` },
  { name: 'Have less', value: share, number: true },
  { name: 'Levels', value: levels },
];

/** How the officer compares with peers; what cannot be told now does not keep the rest of the page back. */
export async function peers(id, signal) {
  try {
    const { items } = await get(path('officers', id, '/peers'), null, signal);
    return items.length === 0
      ? el('p', { class: 'soft' }, 'No rule in force can tell who the peers are.')
      : table('Compared with peers', COLUMNS, items);
  } catch (cause) {
    return el('p', { class: 'soft' }, cause.message);
  }
}

function share(row) {
  return row.percentile === undefined ? `Fewer than ${number(row.leastSize)} peers` : `${row.percentile.toFixed(1)} %`;
}

function levels(row) {
  return row.levels.length === 0 ? '–' : row.levels.map((level) => `${level.level} from ${number(level.count)}`).join(', ');
}
