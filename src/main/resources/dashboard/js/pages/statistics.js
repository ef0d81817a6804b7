import { get } from '../api.js';
import { el } from '../dom.js';
import { heading, panel } from '../parts/layout.js';
import { table } from '../parts/table.js';
import { address } from '../router.js';
import { begun } from '../words.js';

const COLUMNS = [
  { name: 'Table', value: (entry) => el('a', { href: address('statistics', entry.id) }, entry.title) },
  { name: 'What it counts', value: (entry) => entry.counts },
  { name: 'Who tells the figure, or asks for it', value: (entry) => begun(entry.source) },
];

/** The tables that are published. */
export async function open({ signal }) {
  const { items } = await get('/api/v1/statistics', null, signal);
  return {
    title: 'Statistics',
    elements: [heading('Statistics'), panel('Published tables', table('Published tables', COLUMNS, items))],
  };
}
