import { el } from '../dom.js';
import { table } from '../parts/table.js';
import { timeLine } from '../parts/time-line.js';
import { day, length, moment } from '../time.js';
import { many, plain } from '../words.js';

const COLUMNS = [
  { name: 'When', value: (fact) => moment(fact.at) },
  { name: 'Category', value: (fact) => kind(fact) },
  { name: 'Case', value: (fact) => identity(fact.caseId) },
  { name: 'Allegation', value: (fact) => identity(fact.allegationId) },
  { name: 'Force', value: (fact) => fact.force ?? '–' },
  { name: 'Outcome then', value: (fact) => (fact.outcome === undefined ? 'None known' : plain(fact.outcome)) },
  { name: 'Fact', value: (fact) => identity(fact.eventId) },
];

/** Every fact that made the alert. */
export function evidenceTable(alert) {
  return alert.evidence.length === 0
    ? el('p', { class: 'soft' }, 'No fact made it: it is about what is missing.')
    : table('Evidence in order of time', COLUMNS, alert.evidence);
}

/** The evidence against the window or the deadline of the rule. */
export function evidenceLine(alert) {
  const marks = alert.dueBy === undefined
    ? [{ at: alert.firedAt, label: 'Fired' }]
    : [{ at: alert.dueBy, label: 'Deadline' }];
  const window = { from: shownStart(alert), until: alert.windowEnd, label: `Window: ${length(alert.windowStart, alert.windowEnd)}` };
  const text = `${many(alert.evidence.length, 'fact')} in the window of ${length(alert.windowStart, alert.windowEnd)}`
    + ` from ${day(alert.windowStart)} to ${day(alert.windowEnd)}.`;
  return el('div', null,
    timeLine({
      lanes: [{
        label: alert.dueBy === undefined ? 'Evidence in the window' : 'Until the deadline',
        bands: [window],
        points: alert.evidence.map((fact) => ({ at: fact.at, label: `${kind(fact)} ${fact.eventId}` })),
      }],
      marks,
      description: `Time line. ${text} The table below has the same facts.`,
    }),
    el('p', { class: 'soft small' }, text));
}

/** A window of decades would make one dot of facts of a month. */
function shownStart(alert) {
  const times = alert.evidence.map((fact) => Date.parse(fact.at));
  const first = Math.min(...times, Date.parse(alert.windowEnd));
  const span = Math.max(Date.parse(alert.windowEnd) - first, 86_400_000);
  return new Date(Math.max(Date.parse(alert.windowStart), first - 40 * span)).toISOString();
}

function identity(id) {
  return id === undefined ? '–' : el('code', null, id);
}

function kind(fact) {
  const category = fact.category === fact.group ? undefined : fact.category;
  return [fact.group && plain(fact.group), category].filter(Boolean).join(', ') || 'Fact';
}
