import { current } from '../access/token.js';
import { get, getPatiently, path, query, save } from '../api.js';
import { el, replace } from '../dom.js';
import { choice, field, heading, panel } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { asOf } from '../statistics/as-of.js';
import { drawing } from '../statistics/drawing.js';
import { numbers } from '../statistics/numbers.js';
import { begun, plain } from '../words.js';

const PERIODS = [['', 'As published'], ['year', 'Year'], ['quarter', 'Quarter'], ['month', 'Month']];

/** One published table: a chart, the numbers, as of any date. */
export async function open({ id, signal }) {
  const { items } = await get('/api/v1/statistics', null, signal);
  const published = items.find((entry) => entry.id === id);
  const asked = {};
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  const csv = el('a', { class: 'button', download: `${id}.csv`, click: (event) => {
    if (current() !== null) {
      event.preventDefault();
      save(csv.href, `${id}.csv`).catch((cause) => replace(place, problem(cause, () => show({}))));
    }
  } }, 'Save as CSV');
  const form = el('form', { class: 'fields', 'aria-label': 'What to show' },
    field('Columns', choice('by', PERIODS, '', (event) => show({ by: event.target.value }))),
    asOf((time) => show({ asOf: time })));

  async function show(change) {
    Object.assign(asked, change);
    csv.href = path('statistics', id) + query({ ...asked, format: 'csv' });
    try {
      const { table } = await getPatiently(path('statistics', id), asked, signal);
      replace(place,
        panel('Chart', await drawing(table, signal)),
        panel('Numbers', numbers(table)),
        el('p', { class: 'soft' }, table.note));
    } catch (cause) {
      if (!signal.aborted) {
        replace(place, problem(cause, () => show({})));
      }
    }
  }

  await show({});
  return {
    title: published?.title ?? plain(id),
    elements: [
      heading(published?.title ?? id, null, csv),
      el('div', { class: 'stack' },
        published && el('p', { class: 'soft' }, `${published.counts} ${begun(published.source)}.`),
        el('div', { class: 'panel' }, form),
        place),
    ],
  };
}
