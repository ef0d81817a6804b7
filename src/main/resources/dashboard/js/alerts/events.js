import { reach } from '../api.js';

const AGAIN_MS = 3000;

/** Server-sent events read as they come. A browser's own reader of them cannot say who asks. */
export class Events {
  #leave = new AbortController();
  #address;
  #listener;

  /**
   * Begins to read.
   *
   * @param address function that tells where to go on
   * @param listener { opened, came: one event { id, data }, broken: it connects again soon, refused: it does not }
   */
  constructor(address, listener) {
    this.#address = address;
    this.#listener = listener;
    this.#follow();
  }

  close() {
    this.#leave.abort();
  }

  async #follow() {
    const { signal } = this.#leave;
    while (!signal.aborted && await this.#once(signal)) {
      await new Promise((done) => { setTimeout(done, AGAIN_MS); });
    }
  }

  /** @return whether to connect again */
  async #once(signal) {
    try {
      const response = await reach(this.#address(), { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal });
      if (!response.ok) {
        this.#tell(signal, 'refused');
        return false;
      }
      this.#tell(signal, 'opened');
      await this.#read(response.body, signal);
    } catch (cause) {
      if (cause.status === undefined && cause.name !== 'AbortError' && !(cause instanceof TypeError)) {
        throw cause;
      }
    }
    this.#tell(signal, 'broken');
    return true;
  }

  async #read(body, signal) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const frames = (rest + value).split('\n\n');
      rest = frames.pop();
      frames.map(parse).filter(({ data }) => data !== undefined).forEach((event) => this.#tell(signal, 'came', event));
    }
  }

  #tell(signal, what, event) {
    if (!signal.aborted) {
      this.#listener[what](event);
    }
  }
}

/** The lines of one event; comments have no name. */
function parse(frame) {
  return Object.fromEntries(frame.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));
}
