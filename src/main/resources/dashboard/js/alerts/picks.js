/** Which alerts of a list are chosen, whatever becomes of them meanwhile. */
export class Picks {
  #ids = new Set();
  #changed;

  /** @param changed is told how many there are */
  constructor(changed) {
    this.#changed = changed;
  }

  has(id) {
    return this.#ids.has(id);
  }

  get size() {
    return this.#ids.size;
  }

  set(id, picked) {
    if (picked) {
      this.#ids.add(id);
    } else {
      this.#ids.delete(id);
    }
    this.#changed(this.#ids.size);
  }

  /** Forgets those that are not there any more: what nobody sees must not be acted on. */
  keep(isThere) {
    this.#ids = new Set([...this.#ids].filter(isThere));
    this.#changed(this.#ids.size);
  }
}
