import { el } from '../dom.js';
import { card } from './card.js';

/** The rows of a list of alerts, whatever becomes of the alerts: which of them are new, and which are chosen. */
export class Rows {
  #rows = new Map();
  #news = new Set();
  #chosen = new Set();
  #changed;

  /** @param changed is told how many are chosen of how many; null: none can be */
  constructor(changed) {
    this.#changed = changed;
    this.element = el('ul', { class: 'alerts', 'aria-label': 'Alerts' });
  }

  get size() {
    return this.#rows.size;
  }

  /** How many are new. */
  get news() {
    return this.#news.size;
  }

  /** Alerts that are chosen. */
  get chosen() {
    return [...this.#rows.values()].map((row) => row.alert).filter((alert) => this.#chosen.has(alert.alertId));
  }

  has(id) {
    return this.#rows.has(id);
  }

  /** Shows these instead. What is chosen stays so where it is shown: on what nobody sees nobody must act. */
  start(alerts) {
    this.#rows.clear();
    this.#news.clear();
    this.element.replaceChildren();
    this.append(alerts);
    this.#chosen = new Set([...this.#chosen].filter((id) => this.has(id)));
    this.#tell();
  }

  /** Shows more of them. One that changed meanwhile may be there already. */
  append(alerts) {
    this.element.append(...alerts.filter((alert) => !this.has(alert.alertId)).map((alert) => this.#row(alert)));
    this.#tell();
  }

  /** Shows one that came before all others. */
  prepend(alert) {
    this.element.prepend(this.#row(alert));
    this.#tell();
  }

  /** Shows what has become of one that is there. */
  update(alert) {
    this.#rows.get(alert.alertId).alert = alert;
    this.#show(alert.alertId);
  }

  /** Marks one as new, now or when it is shown. */
  mark(id) {
    this.#news.add(id);
  }

  /** New ones are new no more. */
  seen() {
    const ids = [...this.#news];
    this.#news.clear();
    ids.filter((id) => this.has(id)).forEach((id) => this.#show(id));
  }

  /** The link of the row of an alert, or null. */
  link(id) {
    return this.#rows.get(id)?.element.querySelector('.title') ?? null;
  }

  /** Chooses alerts, or does not any more. */
  choose(ids, chosen) {
    for (const id of ids.filter((each) => this.has(each))) {
      this.#chosen[chosen ? 'add' : 'delete'](id);
      this.#show(id);
    }
    this.#tell();
  }

  /** The same of all that are shown. */
  chooseAll(chosen) {
    this.choose([...this.#rows.keys()], chosen);
  }

  /** Chooses one, or does not any more. */
  toggle(id) {
    this.choose([id], !this.#chosen.has(id));
  }

  #row(alert) {
    const element = this.#card(alert);
    this.#rows.set(alert.alertId, { alert, element });
    return element;
  }

  #show(id) {
    const row = this.#rows.get(id);
    const before = row.element;
    const focused = before.contains(document.activeElement);
    const where = document.activeElement.classList.contains('pick') ? '.pick' : '.title';
    row.element = this.#card(row.alert);
    before.replaceWith(row.element);
    if (focused) {
      row.element.querySelector(where).focus();
    }
  }

  #card(alert) {
    const id = alert.alertId;
    return card(alert, this.#news.has(id), this.#changed && {
      picked: this.#chosen.has(id),
      changed: (chosen) => this.choose([id], chosen),
    });
  }

  #tell() {
    this.#changed?.(this.#chosen.size, this.size);
  }
}
