import { get } from '../api.js';
import { el } from '../dom.js';
import { announce } from '../parts/announce.js';
import { many, number } from '../words.js';
import { belongs, CHANGING } from './belongs.js';
import { card } from './card.js';
import { Live } from './live.js';
import { Picks } from './picks.js';

const PART = 50;
/** More than this many rows help nobody; what comes then is counted, and shown when asked. */
const MOST_LIVE = 500;
const GATHER_MS = 300;
const COUNT_MS = 1000;

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
  #counting = null;
  #rows = new Map();
  #news = new Set();
  #picks = null;

  /**
   * @param listener { news: count of new ones, state, tenants: those seen, picked: how many are chosen of how many }
   * @param choosing whether alerts can be chosen
   */
  constructor(signal, listener, choosing) {
    this.#signal = signal;
    this.#listener = listener;
    this.#picks = choosing ? new Picks((count) => listener.picked(count, this.#rows.size)) : null;
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
    const { sort, ...followed } = parameters;
    CHANGING.forEach((name) => delete followed[name]);
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
  pause() {
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

  /** Those that are chosen. */
  get chosen() {
    return [...this.#rows.values()].map((row) => row.alert).filter((alert) => this.#picks.has(alert.alertId));
  }

  /** The link of the row of an alert, or null. */
  link(id) {
    return this.#rows.get(id)?.element.querySelector('.title') ?? null;
  }

  /** Chooses alerts of the list, or does not any more. */
  pick(ids, picked) {
    for (const id of ids.filter((each) => this.#rows.has(each))) {
      this.#picks.set(id, picked);
      this.#rows.get(id).show(this.#news.has(id));
    }
  }

  /** The same of all that are shown. */
  pickAll(picked) {
    this.pick([...this.#rows.keys()], picked);
  }

  /** Chooses the alert of that row, or does not any more. */
  toggle(id) {
    this.pick([id], !this.#picks.has(id));
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
    this.#picks?.keep((id) => this.#rows.has(id));
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
    const news = [];
    for (const alert of alerts) {
      const known = this.#rows.get(alert.alertId);
      // What a reviewer did is no news of an alert that is seen already.
      if (known ? alert.change !== 'REVIEW' : belongs(alert, this.#parameters)) {
        this.#news.add(alert.alertId);
        news.push(alert);
      }
      if (known) {
        known.alert = alert;
        known.show(this.#news.has(alert.alertId));
      } else if (belongs(alert, this.#parameters) && this.#rows.size < MOST_LIVE) {
        this.list.prepend(this.#row(alert, true));
      }
    }
    this.#picks?.keep((id) => this.#rows.has(id));
    this.#counting ??= setTimeout(() => this.#count(), COUNT_MS);
    this.#listener.news(this.#news.size);
    if (news.length > 0) {
      announce(`${many(news.length, 'alert')} changed. The latest: ${news.at(-1).explanation}`);
    }
  }

  /** How many there are is only known to the monitor: of what came it is not known whether it was one of them. */
  async #count() {
    this.#counting = null;
    try {
      const { total } = await get('/api/v1/alerts', { ...this.#parameters, limit: 1 }, this.#signal);
      this.#total = total;
      this.#say();
    } catch (cause) {
      if (cause.name !== 'AbortError') {
        this.#listener.state('lost');
      }
    }
  }

  #row(alert, isNew) {
    const entry = {
      alert,
      element: this.#card(alert, isNew),
      show: (asNew) => {
        const changed = this.#card(entry.alert, asNew);
        const focused = entry.element.contains(document.activeElement);
        const where = document.activeElement.classList.contains('pick') ? '.pick' : '.title';
        entry.element.replaceWith(changed);
        entry.element = changed;
        if (focused) {
          changed.querySelector(where).focus();
        }
      },
    };
    this.#rows.set(alert.alertId, entry);
    return entry.element;
  }

  #card(alert, isNew) {
    const id = alert.alertId;
    return card(alert, isNew, this.#picks && {
      picked: this.#picks.has(id),
      changed: (picked) => this.pick([id], picked),
    });
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
    clearTimeout(this.#counting);
    this.#timer = null;
    this.#counting = null;
    this.#came = [];
  }
}
