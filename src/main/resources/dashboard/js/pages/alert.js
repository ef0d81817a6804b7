import { get, path } from '../api.js';
import { follow } from '../alert/changes.js';
import { evidenceTable, evidenceLine } from '../alert/evidence.js';
import { clearing } from '../alert/clearing.js';
import { review } from '../alert/review.js';
import { revision } from '../alert/revisions.js';
import { may } from '../access/me.js';
import { el, replace } from '../dom.js';
import { onKeys } from '../keyboard.js';
import { alertBadges, badge, HANDLING, stands } from '../parts/badges.js';
import { facts, heading, panel } from '../parts/layout.js';
import { parts } from '../parts/more.js';
import { subject } from '../parts/subject.js';
import { KINDS } from '../review/kinds.js';
import { address } from '../router.js';
import { moment } from '../time.js';
import { number, plain } from '../words.js';

/** One alert: why it stands, what became of it, and what can be done with it. */
export async function open({ id, signal }) {
  const changed = el('div', { role: 'status' });
  const place = el('div');
  let shown = null;
  const alert = await show();
  follow(alert, signal, newer);

  /** Shows it as it is now. */
  async function show() {
    const [current, history, explanation] = await Promise.all([
      get(path('alerts', id), null, signal),
      parts(path('alerts', id, '/history'), { limit: 50 }, signal, revisions, 'It has no revision.'),
      explain(id, signal),
    ]);
    shown = current;
    replace(changed);
    replace(place, sheets(current, history, explanation, review(current, may('act-on-alerts'), button, show)));
    onKeys([
      ...Object.entries(KINDS).filter(([, kind]) => kind.key).map(([action, kind]) => ({ key: kind.key, does: kind.does, act: () => begin(action) })),
      { key: 'r', does: 'Look at it again', act: show },
    ], signal);
    return current;
  }

  /** What somebody is reading, or writing about, does not change under their eyes. */
  function newer(now) {
    if (now.revision > shown.revision) {
      replace(changed, el('p', { class: 'notice row' },
        `It has changed since you opened it: ${plain(now.state)}${now.owner === undefined ? '' : `, with ${now.owner}`}.`,
        el('button', { type: 'button', click: show }, 'Show it as it is now')));
    }
  }

  function begin(action) {
    place.querySelector(`[data-action=${action}]`)?.click();
  }

  /** Of an action, or the first there is where that one is not possible any more. */
  function button(action) {
    return place.querySelector(`[data-action=${action}]`) ?? place.querySelector('[data-action]');
  }

  return { title: `${alert.level}: ${alert.ruleTitle}`, elements: [changed, place] };
}

function sheets(alert, history, explanation, reviewed) {
  const badges = [...alertBadges(alert), stands(alert) && badge('Stands', 'amber')].filter(Boolean);
  return [
    heading(alert.ruleTitle, badges),
    el('div', { class: 'columns side' },
      el('div', { class: 'stack' },
        panel('In a sentence',
          alert.handling in HANDLING && el('p', { class: 'notice' }, HANDLING[alert.handling]),
          el('p', { class: 'lead' }, alert.explanation)),
        panel('Review', reviewed),
        panel('When', evidenceLine(alert)),
        panel('Evidence', evidenceTable(alert))),
      el('div', { class: 'stack' },
        panel('In short', short(alert)),
        panel('What would clear it', explanation),
        panel('History', history))),
  ];
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
    ['About', subject(alert)],
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
