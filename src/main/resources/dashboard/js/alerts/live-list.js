import { get } from '../api.js';
import { el } from '../dom.js';
import { announce } from '../parts/announce.js';
import { stands } from '../parts/badges.js';
import { many, number } from '../words.js';
import { card } from './card.js';
import { Live } from './live.js';

const PART = 50;
/** More than this many rows help nobody; what comes then is counted, and shown when asked. */
const MOST_LIVE = 500;
const GATHER_MS = 300;

/** Alerts as they are now and as they change. */
export class LiveList {
  #parameters;
  #signal;
  #listener;
  #live = null;
  #paused = false;
  #next;
  #total = 0;
  #came = [];
  #timer = null;
  #rows = new Map();
  #news = new Set();

  /** @param listener { news: count of new ones, state, tenants: those seen } */
  constructor(signal, listener) {
    this.#signal = signal;
    this.#listener = listener;
    this.list = el('ul', { class: 'alerts', 'aria-label': 'Alerts' });
    this.count = el('span', { class: 'soft', 'aria-live': 'off' });
    this.more = el('button', { type: 'button', click: () => this.#append() }, 'Show more');
    signal.addEventListener('abort', () => this.#stop());
  }

  get paused() {
    return this.#paused;
  }

  /** Lists what is asked for, and follows it. */
  async show(parameters) {
    this.#stop();
    this.#parameters = parameters;
    const page = await get('/api/v1/alerts', { ...parameters, limit: PART }, this.#signal);
    this.#rows.clear();
    this.list.replaceChildren();
    this.seen();
    this.#take(page);
    const { sort, standing, ...followed } = parameters;
    this.#live = new Live(followed, page.position, {
      alert: (alert) => this.#arrived(alert),
      state: this.#listener.state,
      lost: () => this.#again(),
    });
    if (!this.#paused) {
      this.#live.start();
    }
  }

  /** Stops following, or goes on where it stopped. */
  toggle() {
    this.#paused = !this.#paused;
    if (this.#paused) {
      this.#live?.pause();
    } else {
      this.#live?.start();
    }
  }

  /** New ones are new no more. */
  seen() {
    for (const id of this.#news) {
      this.#rows.get(id)?.show(false);
    }
    this.#news.clear();
    this.#listener.news(0);
  }

  #take(page) {
    this.#next = page.next;
    this.#total = page.total;
    for (const alert of page.items) {
      // One that changed meanwhile may be in two parts.
      if (!this.#rows.has(alert.alertId)) {
        this.list.append(this.#row(alert, false));
      }
    }
    this.#say();
    this.#listener.tenants(new Set(page.items.map((alert) => alert.tenantId)));
  }

  async #append() {
    this.#take(await get('/api/v1/alerts', { ...this.#parameters, limit: PART, cursor: this.#next }, this.#signal));
  }

  async #again() {
    try {
      await this.show(this.#parameters);
    } catch {
      this.#listener.state('lost');
      this.#timer = setTimeout(() => this.#again(), 3000);
    }
  }

  #arrived(alert) {
    this.#came.push(alert);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#showCame(this.#came.splice(0));
    }, GATHER_MS);
  }

  #showCame(alerts) {
    for (const alert of alerts) {
      const known = this.#rows.get(alert.alertId);
      this.#news.add(alert.alertId);
      if (known) {
        known.alert = alert;
        known.show(true);
      } else if (this.#belongs(alert) && this.#rows.size < MOST_LIVE) {
        this.list.prepend(this.#row(alert, true));
      }
      this.#total += Number(this.#belongs(alert)) - Number(this.#belonged(alert));
    }
    this.#say();
    this.#listener.news(this.#news.size);
    announce(`${many(alerts.length, 'alert')} changed. The latest: ${alerts.at(-1).explanation}`);
  }

  #belongs(alert) {
    const { standing } = this.#parameters;
    return standing === undefined || (standing === 'true') === stands(alert);
  }

  /** Whether the revision before it was in the list: facts raise what did not stand, and nothing else changes it. */
  #belonged(alert) {
    const { standing } = this.#parameters;
    const stood = alert.change === 'FACTS' ? alert.transition !== 'RAISED' : stands(alert);
    return alert.revision > 1 && (standing === undefined || (standing === 'true') === stood);
  }

  #row(alert, isNew) {
    const entry = {
      alert,
      element: card(alert, isNew),
      show(asNew) {
        const changed = card(entry.alert, asNew);
        const focused = entry.element.contains(document.activeElement);
        entry.element.replaceWith(changed);
        entry.element = changed;
        if (focused) {
          changed.querySelector('.title').focus();
        }
      },
    };
    this.#rows.set(alert.alertId, entry);
    return entry.element;
  }

  #say() {
    this.count.textContent = this.#total === 0
      ? 'No alert is as asked for.'
      : `${number(Math.min(this.#rows.size, this.#total))} of ${many(this.#total, 'alert')}`;
    this.more.hidden = this.#next === undefined;
  }

  #stop() {
    this.#live?.close();
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#came = [];
  }
}
