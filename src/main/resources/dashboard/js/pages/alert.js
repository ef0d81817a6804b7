import { get, path } from '../api.js';
import { evidenceTable, evidenceLine } from '../alert/evidence.js';
import { clearing } from '../alert/clearing.js';
import { review } from '../alert/review.js';
import { revision } from '../alert/revisions.js';
import { el } from '../dom.js';
import { alertBadges, badge, HANDLING, stands } from '../parts/badges.js';
import { facts, heading, panel } from '../parts/layout.js';
import { parts } from '../parts/more.js';
import { address } from '../router.js';
import { moment } from '../time.js';
import { number } from '../words.js';

/** One alert: why it stands, and what became of it. */
export async function open({ id, signal }) {
  const [alert, history, explanation] = await Promise.all([
    get(path('alerts', id), null, signal),
    parts(path('alerts', id, '/history'), { limit: 50 }, signal, revisions, 'It has no revision.'),
    explain(id, signal),
  ]);
  const badges = [...alertBadges(alert), stands(alert) && badge('Stands', 'amber')].filter(Boolean);
  return {
    title: `${alert.level}: ${alert.ruleTitle}`,
    elements: [
      heading(alert.ruleTitle, badges),
      el('div', { class: 'columns side' },
        el('div', { class: 'stack' },
          panel('In a sentence',
            alert.handling in HANDLING && el('p', { class: 'notice' }, HANDLING[alert.handling]),
            el('p', { class: 'lead' }, alert.explanation)),
          panel('When', evidenceLine(alert)),
          panel('Evidence', evidenceTable(alert))),
        el('div', { class: 'stack' },
          panel('In short', short(alert)),
          alert.state !== undefined && panel('Review', review(alert)),
          panel('What would clear it', explanation),
          panel('History', history))),
    ],
  };
}

/** The rest of the page is worth showing while the officer's record is out of reach. */
async function explain(id, signal) {
  try {
    return clearing(await get(path('alerts', id, '/explanation'), null, signal));
  } catch (cause) {
    return el('p', { class: 'soft' }, `Cannot be told now: ${cause.message}`);
  }
}

function short(alert) {
  return facts(
    ['About', alert.officerId === undefined ? alert.subject : el('a', { href: address('officers', alert.officerId) }, alert.officerId)],
    ['Rule', el('a', { href: address('rules', alert.ruleId) }, alert.ruleId)],
    ['Version', el('code', null, alert.ruleVersion)],
    ['Counted', `${number(alert.count)} of ${number(alert.threshold)} needed`],
    ['Fired', moment(alert.firedAt)],
    ['Deadline missed', alert.dueBy && moment(alert.dueBy)],
    ['Ended', alert.endedAt && moment(alert.endedAt)],
    ['Known as of', moment(alert.asOf)],
    ['Tenant', alert.tenantId],
    ['Which of several', alert.part],
    ['Revision', number(alert.revision)],
    ['Identity', el('code', null, alert.alertId), true],
  );
}

function revisions(items) {
  return el('ol', { class: 'list lined', reversed: true }, items.map(revision));
}
