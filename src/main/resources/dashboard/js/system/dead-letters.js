import { may } from '../access/me.js';
import { badge } from '../parts/badges.js';
import { get, post } from '../api.js';
import { el, replace } from '../dom.js';
import { latestOnly } from '../latest.js';
import { confirmed } from '../parts/confirm.js';
import { choice, field } from '../parts/layout.js';
import { parts } from '../parts/more.js';
import { problem } from '../parts/problem.js';
import { table } from '../parts/table.js';
import { moment } from '../time.js';
import { many } from '../words.js';
import { outcome } from './replayed.js';

const PATH = '/api/v1/system/dead-letters';
const PART = 25;
const STATES = [['false', 'Not sent again'], ['true', 'Sent again'], ['', 'All']];
const MEANING = 'They go to the topics they came from and are counted as new records. What is still wrong becomes a new dead letter. Each is sent again once, however often this is asked.';

/** What could not be processed, without what it holds; and a way to send it again when the cause is mended. */
export async function deadLetters(signal) {
  const { items } = await get(PATH, { limit: 500 }, signal);
  const chosen = new Set();
  const list = el('div');
  const result = el('div', { role: 'status' });
  const latest = latestOnly();
  const some = el('button', { type: 'button', click: () => replay({ letters: [...chosen] }, chosen.size) });
  const all = el('button', { type: 'button', click: () => replay(kind(), undefined) });
  const form = el('form', { class: 'fields narrow', 'aria-label': 'Which dead letters', change: () => show(), submit: (event) => event.preventDefault() },
    field('Why', choice('reason', options(items, 'reason'))),
    field('Topic', choice('topic', options(items, 'topic'))),
    field('Publisher', choice('publisher', options(items, 'publisher'))),
    field('State', choice('replayed', STATES, 'false')));

  function asked() {
    return Object.fromEntries(new FormData(form));
  }

  /** What the API takes for all of the kind that is shown. */
  function kind() {
    const { reason, topic, publisher } = asked();
    const filters = Object.entries({ reason, topic, publisher }).filter(([, value]) => value !== '');
    return filters.length === 0 ? { all: true } : Object.fromEntries(filters);
  }

  async function show() {
    chosen.clear();
    say();
    await latest(letters().catch((cause) => problem(cause, show)), (found) => replace(list, found));
  }

  function letters() {
    return parts(PATH, { ...asked(), limit: PART }, signal, (items) => table('Dead letters', columns(), items),
      'There is no such dead letter.');
  }

  function columns() {
    return [
      { name: 'Letter', value: (letter) => el('code', null, letter.letter) },
      { name: 'Send again', value: (letter) => (letter.replayed ? badge('Sent again', 'good') : may('replay-dead-letters') ? tick(letter) : 'Not yet') },
      { name: 'Came', value: (letter) => moment(letter.ingestedAt) },
      { name: 'Why', value: (letter) => [letter.meaning, letter.field && ` (${letter.field})`] },
      { name: 'Code', value: (letter) => el('code', null, letter.reason) },
      { name: 'Publisher', value: (letter) => letter.publisher },
      { name: 'Record', value: (letter) => `${letter.topic}-${letter.partition}@${letter.offset}` },
    ];
  }

  function tick(letter) {
    return el('input', { type: 'checkbox', 'aria-label': `Choose ${letter.letter}`, change: (event) => {
      if (event.target.checked) {
        chosen.add(letter.letter);
      } else {
        chosen.delete(letter.letter);
      }
      say();
    } });
  }

  function say() {
    some.textContent = `Send ${chosen.size} chosen again`;
    some.disabled = chosen.size === 0;
    all.textContent = 'all' in kind() ? 'Send all again' : 'Send all of this kind again';
  }

  async function replay(choice, count) {
    const what = count === undefined ? 'all of this kind' : many(count, 'dead letter');
    if (await confirmed(`Send ${what} again?`, MEANING, 'Send again')) {
      try {
        replace(result, outcome(await post(`${PATH}/replay`, choice, signal)));
        await show();
      } catch (cause) {
        replace(result, problem(cause, () => replay(choice, count)));
      }
    }
  }

  await show();
  return [form, may('replay-dead-letters') && el('div', { class: 'row after' }, some, all), result, list];
}

function options(letters, name) {
  const found = [...new Set(letters.map((letter) => letter[name]))].sort();
  return [['', 'Any'], ...found.map((value) => [value, value])];
}
