import { el } from '../dom.js';
import { chart } from '../parts/chart.js';
import { plain } from '../words.js';
import { parts } from './shape.js';

const MOST_LINES = 8;
const MEASURED = /DaysToDecision|decidedAfterAYear/;

/** The largest lines of a table. What is withheld is not drawn. */
export async function drawing(table, signal) {
  const { lines, periods } = parts(table);
  if (lines.length === 0 || (periods.length === 0 && table.period !== 'NONE')) {
    return el('p', { class: 'empty' }, 'Nothing was counted.');
  }
  const largest = [...lines].sort((a, b) => (b.total ?? 0) - (a.total ?? 0)).slice(0, MOST_LINES);
  const single = periods.length === 0;
  const left = lines.length - largest.length;
  return [
    await chart({
      unit: unit(table),
      kind: MEASURED.test(table.measure) ? 'line' : 'bar',
      stacked: !MEASURED.test(table.measure),
      labels: single ? largest.map((line) => line.name) : periods,
      series: single
        ? [{ name: 'Total', values: largest.map((line) => line.total) }]
        : largest.map((line) => ({ name: line.name, values: line.cells })),
      description: 'The largest lines of the table below.',
      signal,
    }),
    left > 0 && el('p', { class: 'soft small' }, `The ${MOST_LINES} largest of ${lines.length} lines are drawn.`),
  ];
}

function unit({ measure, scale }) {
  return scale === 'COUNT' ? plain(measure) : `${plain(measure)}, ${plain(scale).toLowerCase()}`;
}
