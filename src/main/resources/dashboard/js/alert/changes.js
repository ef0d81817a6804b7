import { get, path, query } from '../api.js';
import { Events } from '../alerts/events.js';

const AGAIN_MS = 30000;

/**
 * Tells how an alert is whenever it may have changed: at once as long as the page is seen, and when it is seen again.
 * Browsers keep few connections open, so a page in the background has none.
 *
 * @param newer is told the alert as it is now, also where nothing has changed
 */
export function follow({ alertId, ruleId, officerId }, signal, newer) {
  let events = null;
  let timer;

  function begin() {
    end();
    events = new Events(() => `/api/v1/alerts/stream${query({ rule: ruleId, officer: officerId })}`, {
      // What came before the connection did is not told by it.
      opened: look,
      came({ data }) {
        const alert = JSON.parse(data);
        if (alert.alertId === alertId) {
          newer(alert);
        }
      },
      broken() {},
      refused() {
        timer = setTimeout(begin, AGAIN_MS);
      },
    });
  }

  function end() {
    clearTimeout(timer);
    events?.close();
  }

  async function look() {
    const alert = await get(path('alerts', alertId), null, signal).catch(() => null);
    if (alert !== null && !signal.aborted) {
      newer(alert);
    }
  }

  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? begin() : end()), { signal });
  signal.addEventListener('abort', end);
  if (document.visibilityState === 'visible') {
    begin();
  }
}
