import { get, order, path, postRules, query } from '../api.js';
import { el, replace } from '../dom.js';
import { field } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { many, plain } from '../words.js';
import { figures } from './figures.js';

const LOOK_MS = 500;
const OVER = ['DONE', 'FAILED', 'CANCELLED'];

/** Tries a text on all that was published: a form, how far it is, and what came out. */
export function backtest(editor, signal) {
  const place = el('div', { class: 'stack', 'aria-live': 'polite' },
    el('p', { class: 'soft' }, 'Says what the rules would have raised on all that was published, next to those in force.'));
  const start = el('button', { class: 'main' }, 'Back-test');
  const form = el('form', { class: 'stack', 'aria-label': 'What to try it on', submit: (event) => {
    event.preventDefault();
    run();
  } },
    el('div', { class: 'fields narrow' }, day('from', 'Alerts from'), day('to', 'Alerts before'), day('asOf', 'Known until')),
    el('div', { class: 'row' }, start));

  async function run() {
    start.disabled = true;
    try {
      const asked = Object.fromEntries(new FormData(form));
      await follow(await postRules(`/api/v1/rules/backtest${query(asked)}`, editor.text(), signal));
    } catch (cause) {
      if (!signal.aborted) {
        replace(place, problem(cause, run));
      }
    } finally {
      start.disabled = false;
    }
  }

  async function follow(begun) {
    const address = path('rules/backtests', begun.id);
    const bar = el('progress', { max: 1, 'aria-label': 'How far the back-test is' });
    const said = el('span', { class: 'soft' });
    const leave = () => order(`${address}/cancel`);
    signal.addEventListener('abort', leave);
    replace(place, bar, el('div', { class: 'row' }, said, el('button', { type: 'button', click: leave }, 'Cancel')));
    let job = begun;
    while (!OVER.includes(job.state)) {
      bar.value = job.progress;
      said.textContent = `${plain(job.state)}: ${many(job.events, 'event')}`;
      await new Promise((done) => { setTimeout(done, LOOK_MS); });
      job = await get(address, null, signal);
    }
    signal.removeEventListener('abort', leave);
    replace(place, await outcome(job, signal));
  }

  return [form, place];
}

async function outcome(job, signal) {
  if (job.state === 'DONE') {
    return figures(job.result, job.events, signal);
  }
  return el('p', { class: 'notice' }, job.state === 'CANCELLED' ? 'Cancelled.' : `It failed: ${job.why}.`);
}

function day(name, label) {
  return field(label, el('input', { type: 'date', name }));
}
