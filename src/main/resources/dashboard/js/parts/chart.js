import { el } from '../dom.js';
import { colour, onColours } from '../theme.js';

const SERIES = 8;
const WIDEST_BAR = 72;

/**
 * Draws numbers as bars or lines. The same numbers must be in a table beside it: a canvas says nothing to those who
 * cannot see it.
 *
 * @param kind bar or line
 * @param unit what the numbers are of, such as "Alerts"
 * @param series each { name, values }, a value null where there is none
 */
export async function chart({ kind, unit, labels, series, stacked, description, signal }) {
  await import('../../chart/chart.umd.min.js');
  const canvas = el('canvas', { role: 'img', 'aria-label': description });
  const place = el('div', { class: 'chart' }, canvas);
  const drawn = new globalThis.Chart(canvas, {
    type: kind,
    data: { labels, datasets: series.map(({ name, values }) => ({ label: name, data: values, borderWidth: kind === 'line' ? 2 : 0, maxBarThickness: WIDEST_BAR })) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: { x: { stacked, grid: { display: false }, ticks: {} }, y: { stacked, beginAtZero: true, ticks: { precision: 0 }, grid: {}, title: { display: true, text: unit } } },
      plugins: { legend: { display: series.length > 1, position: 'bottom', labels: { boxWidth: 12 } } },
    },
  });
  paint(drawn);
  onColours(() => paint(drawn), signal);
  signal.addEventListener('abort', () => drawn.destroy());
  return place;
}

function paint(drawn) {
  const ink = colour('ink-soft');
  drawn.data.datasets.forEach((dataset, i) => {
    const own = colour(`series-${(i % SERIES) + 1}`);
    dataset.backgroundColor = own;
    dataset.borderColor = own;
  });
  drawn.options.color = ink;
  for (const axis of Object.values(drawn.options.scales)) {
    axis.ticks.color = ink;
    axis.title.color = ink;
    axis.grid.color = colour('line');
  }
  drawn.update();
}
