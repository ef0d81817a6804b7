const OPEN = ['NEW', 'ACKNOWLEDGED', 'UNDER_REVIEW', 'INTERVENTION_PENDING', 'SNOOZED'];
const CLOSED = ['ACTION_TAKEN', 'NO_ACTION_NEEDED', 'FALSE_POSITIVE'];
const ALWAYS = [...OPEN, ...CLOSED, 'WITHDRAWN', 'RESOLVED'];

/**
 * What reviewers can do: what it is called, what must be and may be said with it, in which states it is possible, and
 * the key that begins it. The monitor decides; this only spares people what it would refuse.
 */
export const KINDS = {
  ACKNOWLEDGE: { does: 'Acknowledge', needs: [], may: ['owner', 'comment'], from: ['NEW', 'SNOOZED'], key: 'a' },
  ASSIGN: { does: 'Assign', needs: ['owner'], may: ['comment'], from: OPEN, key: 'o' },
  COMMENT: { does: 'Comment', needs: ['comment'], may: [], from: ALWAYS, key: 'm' },
  START_REVIEW: { does: 'Start review', needs: [], may: ['comment'], from: OPEN.filter((state) => state !== 'UNDER_REVIEW') },
  PLAN_INTERVENTION: { does: 'Plan intervention', needs: [], may: ['comment'], from: OPEN.filter((state) => state !== 'INTERVENTION_PENDING') },
  SNOOZE: { does: 'Snooze', needs: ['until', 'reason'], may: [], from: OPEN, key: 'z' },
  CLOSE: { does: 'Close', needs: ['outcome', 'reason'], may: [], from: OPEN, key: 'c' },
  REOPEN: { does: 'Reopen', needs: [], may: ['comment'], from: CLOSED },
  ATTACH_STATEMENT: { does: 'Attach statement', needs: ['statement'], may: ['comment'], from: ALWAYS },
};

export function possible(action, alert) {
  return KINDS[action].from.includes(alert.state);
}

/** A name for an action that nobody else gives: sent again with it, the action is taken once. */
export function identity() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
