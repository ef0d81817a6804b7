import { el } from '../dom.js';
import { plain } from '../words.js';

const KNOWN_LEVELS = ['IMMEDIATE', 'RED', 'AMBER', 'INFO'];
/** States of a review that say no more than that it waits, or that the facts ended it. */
const SAID_ELSEWHERE = ['NEW', 'WITHDRAWN', 'RESOLVED'];
/** What those who see an alert must keep in mind, by its handling. */
export const HANDLING = {
  CONFIDENTIAL: 'The evidence is confidential: share it only with those who may know.',
  COVERT: 'The evidence is covert: the officer must not learn of it.',
};

export function badge(text, kind, meaning) {
  return el('span', { class: `badge ${kind ?? ''}`, title: meaning }, text);
}

export function levelBadge(level) {
  return badge(level, KNOWN_LEVELS.includes(level) ? level.toLowerCase() : '');
}

/** Everything that must be seen of an alert at once: level, handling, shadow, where its review is, and that it is over. */
export function alertBadges(alert) {
  return [
    levelBadge(alert.level),
    alert.handling !== 'OPEN' && badge(plain(alert.handling), 'closed', HANDLING[alert.handling]),
    alert.ruleStatus === 'SHADOW' && badge('Shadow', 'shadow', 'A rule on trial: nobody is notified.'),
    alert.state !== undefined && !SAID_ELSEWHERE.includes(alert.state) && badge(plain(alert.state), 'info'),
    alert.escalation !== undefined && alert.escalation !== 'NONE' && badge('Waits too long', 'bad', alert.escalationReason),
    !stands(alert) && badge(plain(alert.transition), 'good'),
  ].filter(Boolean);
}

export function stands(alert) {
  return alert.transition === 'RAISED' || alert.transition === 'UPDATED';
}
