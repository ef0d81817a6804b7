import { get } from '../api.js';
import { el } from '../dom.js';
import { chart } from '../parts/chart.js';
import { everyPeriod } from '../parts/periods.js';
import { address } from '../router.js';
import { many, number } from '../words.js';

/** How many alerts a rule has recorded since it is in force, by quarter. */
export async function alertsOverTime(rule, signal) {
  const { rows } = await get('/api/v1/alerts/over-time', { rule: rule.id, by: 'quarter' }, signal);
  if (rows.length === 0) {
    return el('p', { class: 'empty' }, 'It has raised nothing so far.');
  }
  const periods = everyPeriod(rows.map((row) => row.period));
  const levels = [...new Set(rows.map((row) => row.level))];
  const count = new Map(rows.map((row) => [`${row.period} ${row.level}`, row.alerts]));
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  return [
    el('p', null, alertsLink(rule, `${many(sum('alerts'), 'alert')}, ${number(sum('standing'))} of which stand`),
      rule.status === 'shadow' ? '. It is on trial: they were recorded and nobody was told.' : '.'),
    await chart({
      kind: 'bar',
      unit: 'Alerts',
      stacked: true,
      labels: periods,
      series: levels.map((level) => ({ name: level, values: periods.map((period) => count.get(`${period} ${level}`) ?? 0) })),
      description: `Alerts by the quarter in which they fired: ${rows.map((row) => `${row.period} ${row.level} ${row.alerts}`).join(', ')}.`,
      signal,
    }),
  ];
}

/** A link to the alerts of a rule. */
export function alertsLink(rule, text) {
  const shadow = rule.status === 'shadow' ? '&shadow=true' : '';
  return el('a', { href: address('alerts', undefined, `?rule=${encodeURIComponent(rule.id)}${shadow}`) }, text);
}
