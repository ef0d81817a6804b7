import { el } from '../dom.js';
import { levelBadge } from '../parts/badges.js';
import { moment } from '../time.js';
import { many, plain } from '../words.js';

/** One line of the history of an alert. */
export function revision({ publishedAt, alert }) {
  return el('li', { value: alert.revision },
    el('div', { class: 'row' }, el('strong', null, `${alert.revision}. ${what(alert)}`), levelBadge(alert.level)),
    alert.did && el('p', { class: 'small' }, 'By ', el('code', null, alert.did.actor), alert.did.comment && `: ${alert.did.comment}`),
    said(alert).map((text) => el('p', { class: 'small' }, text)),
    alert.change === 'FACTS' && alert.reason && el('p', { class: 'small' }, alert.reason),
    el('p', { class: 'soft small' }, `Published ${moment(publishedAt)}, with ${many(alert.evidence.length, 'fact')}`));
}

/** What came with the action, or why time changed it. */
function said(alert) {
  const texts = {
    ASSIGN: [`Has it now: ${alert.owner}`],
    ACKNOWLEDGE: alert.owner === undefined ? [] : [`Has it now: ${alert.owner}`],
    SNOOZE: [`Until ${alert.snoozedUntil && moment(alert.snoozedUntil)}: ${alert.stateReason}`],
    CLOSE: [`${plain(alert.state)}: ${alert.stateReason}`],
    ATTACH_STATEMENT: [alert.statement],
  };
  return texts[alert.did?.action] ?? (alert.change === 'ESCALATION' ? [alert.escalationReason] : []);
}

/** Facts change whether it stands; reviewers and time change where its review is. */
function what(alert) {
  if (alert.did?.action !== undefined) {
    return plain(alert.did.action);
  }
  return plain(alert.change === 'FACTS' ? alert.transition : alert.change);
}
