import { get, path } from '../api.js';
import { el, replace } from '../dom.js';
import { chart } from '../parts/chart.js';
import { choice, field } from '../parts/layout.js';
import { everyPeriod } from '../parts/periods.js';
import { table } from '../parts/table.js';
import { plain } from '../words.js';

const BY = [['group', 'Group'], ['category', 'Category'], ['force', 'Force'], ['unit', 'Unit']];
const COUNT = [['allegations', 'Allegations'], ['cases', 'Cases'], ['complainants', 'Complainants']];
const PERIOD = [['year', 'Years'], ['month', 'Months']];

/** How much was recorded over time, as a chart and as the same numbers. */
export async function counts(id, signal) {
  const figure = el('div', { class: 'stack after' });
  const form = el('form', { class: 'fields narrow', 'aria-label': 'What to count' },
    field('Count', choice('count', COUNT)), field('By', choice('by', BY)), field('Over', choice('period', PERIOD)));
  form.addEventListener('change', show);
  await show();
  return [form, figure];

  async function show() {
    const asked = Object.fromEntries(new FormData(form));
    const { rows } = await get(path('officers', id, '/counts'), asked, signal);
    replace(figure, rows.length === 0
      ? el('p', { class: 'empty' }, 'Nothing was recorded that counts.')
      : await drawn(rows, asked, signal));
  }
}

async function drawn(rows, asked, signal) {
  const periods = everyPeriod(rows.map((row) => row.period));
  const values = [...new Set(rows.map((row) => row.value))];
  const count = new Map(rows.map((row) => [`${row.period}\n${row.value}`, row.count]));
  const name = (value) => (value === undefined ? 'None said' : value);
  return [
    await chart({
      kind: 'bar',
      unit: plain(asked.count),
      stacked: true,
      labels: periods,
      series: values.map((value) => ({ name: name(value), values: periods.map((period) => count.get(`${period}\n${value}`) ?? 0) })),
      description: `${plain(asked.count)} by ${asked.by} and ${asked.period}. The table below has the same numbers.`,
      signal,
    }),
    el('details', null, el('summary', null, 'The numbers'), table('The numbers of the chart', [
      { name: plain(asked.period), value: (row) => row.period },
      { name: plain(asked.by), value: (row) => name(row.value) },
      { name: plain(asked.count), value: (row) => row.count, number: true },
    ], rows)),
  ];
}
