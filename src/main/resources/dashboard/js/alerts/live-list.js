import { get } from '../api.js';
import { el } from '../dom.js';
import { announce } from '../parts/announce.js';
import { many, number } from '../words.js';
import { belongs, CHANGING } from './belongs.js';
import { Live } from './live.js';
import { Rows } from './rows.js';

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

  /**
   * @param listener { news: count of new ones, state, tenants: those seen, chosen: how many are chosen of how many }
   * @param choosing whether alerts can be chosen
   */
  constructor(signal, listener, choosing) {
    this.#signal = signal;
    this.#listener = listener;
    this.rows = new Rows(choosing ? listener.chosen : null);
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
    this.rows.start(page.items);
    this.#listener.news(0);
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
    this.rows.seen();
    this.#listener.news(0);
  }

  #take(page) {
    this.#next = page.next;
    this.#total = page.total;
    this.#say();
    this.#listener.tenants(new Set(page.items.map((alert) => alert.tenantId)));
  }

  async #append() {
    const page = await get('/api/v1/alerts', { ...this.#parameters, limit: PART, cursor: this.#next }, this.#signal);
    this.rows.append(page.items);
    this.#take(page);
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
      const known = this.rows.has(alert.alertId);
      // What a reviewer did is no news of an alert that is seen already.
      if (known ? alert.change !== 'REVIEW' : belongs(alert, this.#parameters)) {
        this.rows.mark(alert.alertId);
        news.push(alert);
      }
      if (known) {
        this.rows.update(alert);
      } else if (belongs(alert, this.#parameters) && this.rows.size < MOST_LIVE) {
        this.rows.prepend(alert);
      }
    }
    this.#counting ??= setTimeout(() => this.#count(), COUNT_MS);
    this.#listener.news(this.rows.news);
    if (news.length > 0) {
      announce(`${many(news.length, 'alert')} changed. The latest: ${news.at(-1).explanation}`);
    }
  }

  /** How many there are is only known to the monitor: of what came it is not known whether it was one of them. */
  async #count() {
    this.#counting = null;
    const parameters = this.#parameters;
    try {
      const { total } = await get('/api/v1/alerts', { ...parameters, limit: 1 }, this.#signal);
      if (parameters === this.#parameters) {
        this.#total = total;
        this.#say();
      }
    } catch (cause) {
      if (cause.name !== 'AbortError') {
        this.#listener.state('lost');
      }
    }
  }

  #say() {
    this.count.textContent = this.#total === 0
      ? 'No alert is as asked for.'
      : `${number(Math.min(this.rows.size, this.#total))} of ${many(this.#total, 'alert')}`;
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
