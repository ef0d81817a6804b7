import { get } from '../api.js';
import { badge } from '../parts/badges.js';
import { facts } from '../parts/layout.js';
import { plain } from '../words.js';

/** Whether the monitor lives and can answer. */
export async function health(signal) {
  const [live, ready] = await Promise.all([ask('live', signal), ask('ready', signal)]);
  return facts(
    ['Process', light(live, 'Lives', 'Has stopped')],
    ['Answers', light(ready, 'Ready', 'Not ready')],
    ['Stream processing', live.state && plain(live.state)],
    ['Alerts', live.alertsLoaded === undefined ? undefined : live.alertsLoaded ? 'All known' : 'Being read'],
    ['Why', live.why ?? ready.why, true],
  );
}

async function ask(what, signal) {
  try {
    return await get(`/api/v1/system/health/${what}`, null, signal);
  } catch (cause) {
    return { status: 'DOWN', why: cause.message };
  }
}

function light(answer, good, bad) {
  return answer.status === 'UP' ? badge(good, 'good') : badge(bad, 'bad');
}
