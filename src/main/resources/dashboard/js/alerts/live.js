import { query } from '../api.js';
import { Events } from './events.js';

const AGAIN_MS = 3000;

/**
 * Follows alerts from where a list stands. After a break it goes on where it was; what the monitor refuses (it does not
 * know the place any more, or cannot say now) is tried again with `lost`, which lists anew.
 */
export class Live {
  #events = null;
  #position;
  #parameters;
  #listener;
  #timer;

  /** @param listener { alert, state, lost } */
  constructor(parameters, position, listener) {
    this.#parameters = parameters;
    this.#position = position;
    this.#listener = listener;
  }

  start() {
    this.#events = new Events(
      () => `/api/v1/alerts/stream${query({ ...this.#parameters, after: this.#position })}`,
      {
        opened: () => this.#listener.state('live'),
        came: ({ id, data }) => {
          this.#position = id;
          this.#listener.alert(JSON.parse(data));
        },
        broken: () => this.#listener.state('lost'),
        refused: () => {
          this.#listener.state('lost');
          this.#timer = setTimeout(() => this.#listener.lost(), AGAIN_MS);
        },
      });
  }

  /** Lets go; `start` goes on where it was. */
  pause() {
    clearTimeout(this.#timer);
    this.#events?.close();
    this.#listener.state('paused');
  }

  /** Lets go for good, without a word. */
  close() {
    clearTimeout(this.#timer);
    this.#events?.close();
  }
}
