import { query } from '../api.js';

const AGAIN_MS = 3000;

/**
 * Follows alerts from where a list stands. The browser connects again by itself and says how far it was; what it gives
 * up on (the monitor stopped, or does not know the place any more) is tried again with `lost`, which lists anew.
 */
export class Live {
  #source = null;
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
    this.#source = new EventSource(`/api/v1/alerts/stream${query({ ...this.#parameters, after: this.#position })}`);
    this.#source.addEventListener('open', () => this.#listener.state('live'));
    this.#source.addEventListener('alert', (event) => {
      this.#position = event.lastEventId;
      this.#listener.alert(JSON.parse(event.data));
    });
    this.#source.addEventListener('error', () => {
      this.#listener.state('lost');
      if (this.#source.readyState === EventSource.CLOSED) {
        this.#timer = setTimeout(() => this.#listener.lost(), AGAIN_MS);
      }
    });
  }

  /** Lets go; `start` goes on where it was. */
  pause() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#listener.state('paused');
  }

  /** Lets go for good, without a word. */
  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
  }
}
