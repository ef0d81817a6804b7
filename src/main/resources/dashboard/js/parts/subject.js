import { el } from '../dom.js';
import { address } from '../router.js';
import { plain } from '../words.js';

/** Commas within the ids of a pair are doubled: the one between them ends an odd number of commas. */
const BETWEEN = /(?<=(?<!,)(?:,,)*), /;

/** Whom an alert is about, with what that is; a link where it is an officer, or two: others have no record. */
export function subject(alert) {
  if (alert.officerId !== undefined) {
    return ['Officer ', officer(alert.officerId)];
  }
  const both = alert.subject.split(BETWEEN).map((id) => id.replaceAll(',,', ','));
  if (alert.subjectKind === 'PAIR' && both.length === 2) {
    return ['Officers ', officer(both[0]), ' and ', officer(both[1])];
  }
  return `${plain(alert.subjectKind)} ${alert.subject}`;
}

/** The same in plain words. */
export function subjectText(alert) {
  return alert.officerId === undefined ? `${plain(alert.subjectKind)} ${alert.subject}` : `Officer ${alert.officerId}`;
}

function officer(id) {
  return el('a', { href: address('officers', id) }, id);
}
