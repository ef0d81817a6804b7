import { el } from '../dom.js';
import { KINDS, possible } from '../review/kinds.js';
import { actOnOne } from '../review/one.js';
import { badge } from '../parts/badges.js';
import { facts } from '../parts/layout.js';
import { deadline, moment } from '../time.js';
import { plain } from '../words.js';

/**
 * What reviewers and time have made of an alert, and what can be done with it now.
 *
 * @param mayAct whether who looks at it may do anything
 * @param back gives what has the focus after an action
 * @param reload shows the page anew and gives the alert as it is then
 */
export function review(alert, mayAct, back, reload) {
  const overdue = alert.state === 'NEW' && alert.escalation !== 'NONE';
  return [
    facts(
      ['State', [plain(alert.state), overdue && [' ', badge('Overdue', 'bad', alert.escalationReason)]]],
      ['Why', alert.stateReason],
      ['Who has it', alert.owner === undefined ? 'Nobody' : el('code', null, alert.owner)],
      [overdue ? 'Escalates again' : 'Acknowledge by', alert.acknowledgeBy && deadline(alert.acknowledgeBy)],
      ['Put off until', alert.snoozedUntil && moment(alert.snoozedUntil)],
      ['Muted by', alert.mutedBy],
      ['Why it is pressing', alert.escalationReason, true],
      ['Statement of the officer', alert.statement, true],
    ),
    !mayAct
      ? el('p', { class: 'soft small after' }, 'You may look at alerts and not act on them.')
      : el('div', { class: 'row after', role: 'group', 'aria-label': 'What you can do' },
        Object.keys(KINDS).filter((action) => possible(action, alert)).map((action) =>
          el('button', { type: 'button', class: action === 'ACKNOWLEDGE' ? 'main' : null, 'data-action': action, 'aria-haspopup': 'dialog', click: () => actOnOne(action, alert, () => back(action), reload) },
            KINDS[action].does))),
  ];
}
