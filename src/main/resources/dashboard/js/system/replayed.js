import { el } from '../dom.js';
import { many } from '../words.js';

const WHY = {
  BEFORE: 'had been sent again before and was left alone',
  FOREIGN: 'does not come from a topic that this monitor reads',
  ABSENT: 'is no dead letter',
};

/** What became of each dead letter that was to be sent again. */
export function outcome({ replayed, items }) {
  return [
    el('p', null, `${many(replayed, 'dead letter was', 'dead letters were')} sent again.`),
    el('ul', null, items.map((item) => el('li', null, el('code', null, item.letter), ' ', WHY[item.outcome] ?? 'was sent again'))),
  ];
}
