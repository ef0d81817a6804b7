import { el } from '../dom.js';
import { timeLine } from '../parts/time-line.js';
import { many, plain } from '../words.js';

const CAREER = ['JOINED', 'LEFT', 'TRANSFERRED', 'PROMOTED', 'POSTED', 'DEMOTED'];

/** The facts of a record by what they are about, with suspensions and restrictions behind them. */
export function lifeLine(facts, measures, officer) {
  const lanes = [
    { label: 'Complaints and cases', points: points(facts, (type) => laneOf(type) === 'case') },
    { label: 'Service and measures', points: points(facts, (type) => laneOf(type) === 'service'), bands: bands(measures, officer) },
    { label: 'Vetting', points: points(facts, (type) => laneOf(type) === 'vetting') },
  ].filter((lane) => lane.points.length > 0 || lane.bands?.length > 0);
  const told = facts.length < officer.facts ? ` The latest ${facts.length} of ${officer.facts} are drawn.` : '';
  return el('div', null,
    timeLine({ lanes, description: `Time line of ${many(facts.length, 'fact')}. The list of facts below says the same.` }),
    el('p', { class: 'soft small' }, `Hollow: does not count. Bars: suspensions and restrictions.${told}`));
}

function points(facts, belongs) {
  return facts.filter((fact) => belongs(fact.eventType)).map((fact) => ({
    at: fact.at,
    kind: fact.standing === 'COUNTS' ? '' : 'idle',
    label: plain(fact.eventType),
  }));
}

function laneOf(type) {
  if (type.startsWith('VETTING')) {
    return 'vetting';
  }
  return CAREER.includes(type) || type.startsWith('MEASURE') ? 'service' : 'case';
}

function bands(measures, officer) {
  return measures.map(({ measure, from, until }) => ({
    from, until: until ?? officer.lastAt, kind: 'measure', label: plain(measure ?? 'Measure'),
  }));
}
