import { el, svg } from '../dom.js';
import { day, month } from '../time.js';

const LANE = 46;
const TOP = 26;
const LEFT = 3;
const RIGHT = 97;
const DAY_MS = 86_400_000;
const STEPS = [1, 2, 7, 14, 31, 61, 92, 183, 366, 731, 1827, 3653].map((days) => days * DAY_MS);
const MONTH_MS = 31 * DAY_MS;
const MOST_TICKS = 5;

/**
 * Draws what happened when. Times are instants as the API writes them.
 *
 * @param lanes each { label, bands: [{ from, until, kind, label }], points: [{ at, kind, label }] }
 * @param marks lines through every lane, each { at, label }
 */
export function timeLine({ lanes, marks = [], description }) {
  const scale = scaleOf(lanes, marks);
  const height = TOP + lanes.length * LANE;
  return el('figure', { class: 'time-line' },
    svg('svg', { height: height + 24, role: 'img', 'aria-label': description },
      scale.ticks.map((tick, i) => axis(scale, tick, i, height)),
      svg('line', { class: 'axis', x1: `${LEFT}%`, x2: `${RIGHT}%`, y1: height, y2: height }),
      lanes.map((lane, i) => drawLane(lane, TOP + i * LANE, scale)),
      marks.map((mark) => drawMark(mark, scale, height))));
}

function drawLane(lane, top, scale) {
  const middle = top + LANE - 14;
  return svg('g', null,
    svg('text', { class: 'lane', x: `${LEFT}%`, y: top + 12 }, lane.label),
    (lane.bands ?? []).map((band) => svg('rect', {
      class: `band ${band.kind ?? ''}`,
      x: `${scale.x(Date.parse(band.from))}%`,
      y: middle - 10,
      width: `${Math.max(0.3, scale.x(Date.parse(band.until)) - scale.x(Date.parse(band.from)))}%`,
      height: 20,
      rx: 4,
    }, svg('title', null, band.label))),
    lane.points.map((point) => svg('circle', {
      class: `point ${point.kind ?? ''}`, cx: `${scale.x(Date.parse(point.at))}%`, cy: middle, r: 6,
    }, svg('title', null, `${day(point.at)}: ${point.label}`))));
}

function drawMark(mark, scale, height) {
  const x = scale.x(Date.parse(mark.at));
  return svg('g', null,
    svg('line', { class: 'mark', x1: `${x}%`, x2: `${x}%`, y1: 18, y2: height }),
    svg('text', { class: 'mark-label', x: `${x}%`, y: 13, 'text-anchor': anchor(x) }, mark.label));
}

function axis(scale, tick, i, height) {
  const x = scale.x(tick);
  const date = new Date(tick);
  return svg('g', { class: i % 2 === 1 ? 'between' : null },
    svg('line', { class: 'grid', x1: `${x}%`, x2: `${x}%`, y1: TOP, y2: height }),
    svg('text', { x: `${x}%`, y: height + 18, 'text-anchor': anchor(x) }, scale.step > MONTH_MS ? month(date) : day(date)));
}

function anchor(x) {
  if (x > 85) {
    return 'end';
  }
  return x < 15 ? 'start' : 'middle';
}

function scaleOf(lanes, marks) {
  const times = [
    ...lanes.flatMap((lane) => [
      ...lane.points.map((point) => point.at),
      ...(lane.bands ?? []).flatMap((band) => [band.from, band.until]),
    ]),
    ...marks.map((mark) => mark.at),
  ].map(Date.parse);
  const first = Math.min(...times);
  const last = Math.max(...times, first + DAY_MS);
  const step = STEPS.find((one) => (last - first) / one <= MOST_TICKS) ?? STEPS.at(-1) * 2;
  const ticks = [];
  for (let tick = first; tick <= last; tick += step) {
    ticks.push(tick);
  }
  return { ticks, step, x: (time) => LEFT + ((RIGHT - LEFT) * (time - first)) / (last - first) };
}
