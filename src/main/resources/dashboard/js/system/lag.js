import { get } from '../api.js';
import { el } from '../dom.js';
import { table } from '../parts/table.js';
import { many, number } from '../words.js';

const shown = (value) => (value === undefined ? '–' : number(value));
const COLUMNS = [
  { name: 'Topic', value: (row) => row.topic },
  { name: 'Partition', value: (row) => row.partition, number: true },
  { name: 'Behind', value: (row) => shown(row.lag), number: true },
  { name: 'Next offset', value: (row) => shown(row.committed), number: true },
  { name: 'End', value: (row) => shown(row.end), number: true },
  { name: 'Instance', value: (row) => row.instance },
];

/** How far each partition is behind. */
export async function lag(signal) {
  const { items } = await get('/api/v1/system/lag', null, signal);
  const behind = items.reduce((sum, row) => sum + (row.lag ?? 0), 0);
  return [
    el('p', null, behind === 0 ? 'Everything that was published is processed.' : `${many(behind, 'record')} still to be processed.`),
    table('Lag of each partition', COLUMNS, items),
  ];
}
