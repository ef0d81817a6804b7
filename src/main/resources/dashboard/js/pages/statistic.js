import { current } from '../access/token.js';
import { may } from '../access/me.js';
import { get, getPatiently, path, query, save } from '../api.js';
import { el, replace } from '../dom.js';
import { latestOnly } from '../latest.js';
import { choice, field, heading, panel } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { asOf } from '../statistics/as-of.js';
import { drawing } from '../statistics/drawing.js';
import { numbers } from '../statistics/numbers.js';
import { where } from '../statistics/where.js';
import { begun, plain } from '../words.js';

const PERIODS = [['', 'As published'], ['year', 'Year'], ['quarter', 'Quarter'], ['month', 'Month'], ['week', 'Week']];

/** One published table: a chart, the numbers, as of any date. */
export async function open({ id, signal }) {
  const { items, filters } = await get('/api/v1/statistics', null, signal);
  const published = items.find((entry) => entry.id === id);
  const asked = {};
  const latest = latestOnly();
  // From parts that hardly differ small numbers would follow.
  const parted = may('read-small-numbers');
  const place = el('div', { class: 'stack', 'aria-live': 'polite' });
  const saved = ['csv', 'json'].map((format) => [format, saveLink(format)]);
  const form = el('form', { class: 'fields', 'aria-label': 'What to show' },
    field('Columns', choice('by', PERIODS, '', (event) => show({ by: event.target.value }))),
    parted && [day('from', 'From'), day('to', 'Before')],
    asOf((time) => show({ asOf: time })),
    parted && el('label', { class: 'row' },
      el('input', { type: 'checkbox', name: 'suppress', change: (event) => show({ suppress: event.target.checked || undefined }) }),
      'Withhold small numbers, for publication'));

  function saveLink(format) {
    const link = el('a', { class: 'button', download: `${id}.${format}`, click: (event) => {
      if (current() !== null) {
        event.preventDefault();
        save(link.href, `${id}.${format}`).catch((cause) => replace(place, problem(cause, () => show({}))));
      }
    } }, `Save as ${format.toUpperCase()}`);
    return link;
  }

  function day(name, label) {
    return field(label, el('input', { type: 'date', name, change: (event) => show({ [name]: event.target.value }) }));
  }

  async function show(change) {
    Object.assign(asked, change);
    for (const [format, link] of saved) {
      link.href = path('statistics', id) + query({ ...asked, format });
    }
    await latest(answer().catch((cause) => [problem(cause, () => show({}))]), (shown) => {
      if (!signal.aborted) {
        replace(place, ...shown);
      }
    });
  }

  async function answer() {
    const { table } = await getPatiently(path('statistics', id), asked, signal);
    return [
      panel('Chart', await drawing(table, signal)),
      panel('Numbers', numbers(table)),
      el('p', { class: 'soft' }, table.note),
    ];
  }

  await show({});
  return {
    title: published?.title ?? plain(id),
    elements: [
      heading(published?.title ?? id, null, saved.map(([, link]) => link)),
      el('div', { class: 'stack' },
        published && el('p', { class: 'soft' }, `${published.counts} ${begun(published.source)}.`),
        el('div', { class: 'panel stack' }, form, parted && where(filters, (chosen) => show({ where: chosen }))),
        place),
    ],
  };
}
