import { el } from '../dom.js';
import { levelBadge } from '../parts/badges.js';
import { moment } from '../time.js';
import { many, plain } from '../words.js';

/** One line of the history of an alert. */
export function revision({ publishedAt, alert }) {
  return el('li', { value: alert.revision },
    el('div', { class: 'row' }, el('strong', null, `${alert.revision}. ${plain(alert.transition)}`), levelBadge(alert.level)),
    alert.reason && el('p', { class: 'small' }, alert.reason),
    el('p', { class: 'soft small' }, `Published ${moment(publishedAt)}, with ${many(alert.evidence.length, 'fact')}`));
}
