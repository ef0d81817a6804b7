import { el } from '../dom.js';
import { alertBadges, badge, stands } from '../parts/badges.js';
import { address } from '../router.js';
import { moment } from '../time.js';

/** One alert in a list. */
export function card(alert, isNew = false) {
  const over = !stands(alert);
  return el('li', { class: kinds({ alert: true, 'is-new': isNew, 'is-shadow': alert.ruleStatus === 'SHADOW', 'is-over': over }), 'data-level': alert.level, 'data-id': alert.alertId },
    el('div', { class: 'first' },
      el('a', { class: 'title', href: address('alerts', alert.alertId) }, alert.ruleTitle),
      el('span', { class: 'badges' }, isNew && badge('New', 'new'), alertBadges(alert))),
    el('p', { class: 'sentence' }, alert.explanation),
    el('div', { class: 'meta' },
      el('span', null, about(alert)),
      el('span', null, 'Fired ', el('time', { datetime: alert.firedAt }, moment(alert.firedAt))),
      el('span', null, `Tenant ${alert.tenantId}`)));
}

/** Whom it is about: a link where that is an officer. */
export function about(alert) {
  return alert.officerId === undefined
    ? `About ${alert.subject}`
    : ['Officer ', el('a', { href: address('officers', alert.officerId) }, alert.officerId)];
}

/** Alerts in a list that nothing changes. */
export function cards(alerts) {
  return el('ul', { class: 'alerts' }, alerts.map((alert) => card(alert)));
}

function kinds(flags) {
  return Object.keys(flags).filter((name) => flags[name]).join(' ');
}
