import { el } from '../dom.js';
import { facts } from '../parts/layout.js';
import { moment } from '../time.js';
import { plain } from '../words.js';

/** What reviewers and time have made of an alert. */
export function review(alert) {
  return [
    facts(
      ['Review', alert.state && plain(alert.state)],
      ['Why', alert.stateReason],
      ['Who has it', alert.owner && el('code', null, alert.owner)],
      ['To be acknowledged by', alert.acknowledgeBy && moment(alert.acknowledgeBy)],
      ['Put off until', alert.snoozedUntil && moment(alert.snoozedUntil)],
      ['Muted by', alert.mutedBy],
      ['Why it is pressing', alert.escalationReason, true],
      ['Statement of the officer', alert.statement, true],
    ),
    el('p', { class: 'soft small after' }, 'Reviewers act from the command line, with ', el('code', null, 'alerts act'), '.'),
  ];
}
