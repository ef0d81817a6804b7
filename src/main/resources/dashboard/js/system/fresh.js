import { el, replace } from '../dom.js';

/** What `load` makes of the monitor's answer now, made again while the page is open and seen. */
export async function keptFresh(load, everyMs, signal) {
  const place = el('div');
  const look = async () => {
    try {
      const content = await load(signal);
      // What is looked at with the keyboard keeps its place.
      if (!place.contains(document.activeElement)) {
        replace(place, content);
      }
    } catch (cause) {
      if (!signal.aborted) {
        replace(place, el('p', { class: 'problem' }, cause.message));
      }
    }
  };
  await look();
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), everyMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  return place;
}
