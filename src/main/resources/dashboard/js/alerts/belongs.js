import { stands } from '../parts/badges.js';
import { KINDS } from '../review/kinds.js';

/** What is asked for and changes with every revision; the rest of a filter is the same for all revisions of an alert. */
export const CHANGING = ['standing', 'open', 'overdue', 'state', 'owner'];

/** Whether the alert is as asked for, as far as that changes. */
export function belongs(alert, { standing, open, overdue, state, owner }) {
  const isOpen = KINDS.CLOSE.from.includes(alert.state);
  const isOverdue = alert.state === 'NEW' && alert.escalation !== 'NONE';
  return (standing === undefined || standing === stands(alert))
    && (open === undefined || open === isOpen)
    && (overdue === undefined || overdue === isOverdue)
    && (state === undefined || state === alert.state)
    && (!owner || owner === alert.owner);
}
