import { el, replace } from '../dom.js';
import { chart } from '../parts/chart.js';
import { choice, facts, field } from '../parts/layout.js';
import { everyPeriod, periodOf } from '../parts/periods.js';
import { table } from '../parts/table.js';
import { many, number } from '../words.js';

const BY = [['month', 'Months'], ['quarter', 'Quarters'], ['year', 'Years']];
const share = (part) => (part === undefined ? '–' : `${(100 * part).toFixed(1)} %`);
const counted = (name) => ({ value: (row) => number(row.tried?.[name] ?? 0), number: true });
const COLUMNS = [
  { name: 'Rule', value: (row) => row.ruleId },
  { name: 'Level', value: (row) => row.level },
  { name: 'Alerts', ...counted('alerts') },
  { name: 'In force', value: (row) => number(row.inForce?.alerts ?? 0), number: true },
  ...['gained', 'lost', 'kept'].map((name) => ({ name: name[0].toUpperCase() + name.slice(1), value: (row) => number(row[name]), number: true })),
  { name: 'Withdrawn', ...counted('withdrawn') },
  { name: 'Resolved', ...counted('resolved') },
  { name: 'Officers', ...counted('officers') },
  { name: 'Per 100 officer-years', value: (row) => (row.tried?.perHundredOfficerYears ?? 0).toFixed(2), number: true },
  { name: 'Sustained', value: (row) => share(row.tried?.flagged.sustained), number: true },
];

/** What a back-test found: in short, over time, and by rule and level. */
export async function figures(result, events, signal) {
  const drawn = el('div');
  const by = choice('by', BY, 'quarter', () => draw());
  async function draw() {
    replace(drawn, await overTime(result.rules, by.value, signal));
  }
  await draw();
  return [
    el('p', null, `${many(events, 'event')}: ${many(result.alerts, 'alert')}; the rules in force raise ${number(result.inForce.alerts)}.`),
    facts(
      ['Officers with alerts', `${number(result.officersWithAlerts)} of ${number(result.officers)}`],
      ['Flagged cases sustained', share(result.flagged.sustained)],
      ['All cases sustained', share(result.allCases.sustained)],
      ['Officer-years', number(Math.round(result.officerYears))],
    ),
    result.rules.length === 0
      ? el('p', { class: 'empty' }, 'Nothing would have been raised.')
      : [
        el('div', { class: 'fields narrow' }, field('Over', by)),
        drawn,
        table('Back-test by rule and level', COLUMNS, result.rules),
      ],
  ];
}

function overTime(rows, by, signal) {
  const series = rows.flatMap((row) => [
    { name: `${row.ruleId} ${row.level}`, counts: perPeriod(row.months, by) },
    { name: `${row.ruleId} ${row.level}, in force`, counts: perPeriod(row.monthsInForce, by) },
  ]).filter((one) => one.counts.size > 0);
  const periods = everyPeriod(series.flatMap((one) => [...one.counts.keys()]));
  return chart({
    kind: 'bar',
    unit: 'Alerts',
    labels: periods,
    series: series.map(({ name, counts }) => ({ name, values: periods.map((period) => counts.get(period) ?? 0) })),
    description: 'Alerts that would have been raised, over time. The table below has their totals.',
    signal,
  });
}

function perPeriod(months, by) {
  const counts = new Map();
  for (const [month, alerts] of Object.entries(months ?? {})) {
    const period = periodOf(month, by);
    counts.set(period, (counts.get(period) ?? 0) + alerts);
  }
  return counts;
}
