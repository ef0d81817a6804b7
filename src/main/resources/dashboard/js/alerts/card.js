import { el } from '../dom.js';
import { alertBadges, badge, stands } from '../parts/badges.js';
import { subject, subjectText } from '../parts/subject.js';
import { address } from '../router.js';
import { deadline, moment } from '../time.js';

/**
 * One alert in a list.
 *
 * @param pick { picked, changed: told whether it is } where alerts can be chosen
 */
export function card(alert, isNew = false, pick = null) {
  const over = !stands(alert);
  return el('li', { class: kinds({ alert: true, 'is-new': isNew, 'is-shadow': alert.ruleStatus === 'SHADOW', 'is-over': over, 'is-picked': pick?.picked, 'can-pick': pick }), 'data-level': alert.level, 'data-id': alert.alertId },
    pick && box(alert, pick),
    el('div', { class: 'first' },
      el('a', { class: 'title', href: address('alerts', alert.alertId) }, alert.ruleTitle),
      el('span', { class: 'badges' }, isNew && badge('New', 'new'), alertBadges(alert))),
    el('p', { class: 'sentence' }, alert.explanation),
    el('div', { class: 'meta' },
      el('span', null, subject(alert)),
      el('span', null, 'Fired ', time(alert.firedAt)),
      due(alert),
      alert.owner !== undefined && el('span', null, `With ${alert.owner}`),
      alert.subjectKind !== 'TENANT' && el('span', null, `Tenant ${alert.tenantId}`)));
}

function box(alert, pick) {
  const label = `Choose: ${alert.level}, ${alert.ruleTitle}, ${subjectText(alert)}`;
  return el('input', { type: 'checkbox', class: 'pick', 'aria-label': label, checked: pick.picked, change: (event) => pick.changed(event.target.checked) });
}

/** When somebody has to act, or when it comes back by itself. */
function due(alert) {
  if (alert.state === 'SNOOZED') {
    return el('span', null, 'Put off until ', time(alert.snoozedUntil));
  }
  if (alert.state !== 'NEW' || (alert.acknowledgeBy === undefined && alert.escalation === 'NONE')) {
    return null;
  }
  return alert.escalation === 'NONE'
    ? el('span', null, 'Acknowledge by ', el('time', { datetime: alert.acknowledgeBy }, deadline(alert.acknowledgeBy)))
    : el('span', { class: 'overdue' }, 'Waits since ', time(alert.openedAt));
}

function time(instant) {
  return el('time', { datetime: instant }, moment(instant));
}

/** Alerts in a list that nothing changes. */
export function cards(alerts) {
  return el('ul', { class: 'alerts' }, alerts.map((alert) => card(alert)));
}

function kinds(flags) {
  return Object.keys(flags).filter((name) => flags[name]).join(' ');
}
