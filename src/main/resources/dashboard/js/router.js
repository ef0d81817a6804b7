import { el, replace } from './dom.js';
import { problem } from './parts/problem.js';

const NAME = 'Misconduct Monitor';
const PAUSE_MS = 2_000;
const ROUTES = [
  [/^\/alerts$/, 'alerts', 'alerts'],
  [/^\/alerts\/([^/]+)$/, 'alert', 'alerts'],
  [/^\/officers$/, 'find-officer', 'officers'],
  [/^\/officers\/([^/]+)$/, 'officer', 'officers'],
  [/^\/rules$/, 'rules', 'rules'],
  [/^\/rules\/([^/]+)$/, 'rule', 'rules'],
  [/^\/check$/, 'check', 'rules'],
  [/^\/statistics$/, 'statistics', 'statistics'],
  [/^\/statistics\/([^/]+)$/, 'statistic', 'statistics'],
  [/^\/system$/, 'system', 'system'],
];

let leave = new AbortController();

/** Shows the page of the address, now and after each change. */
export function startRouter(place) {
  addEventListener('hashchange', () => show(place, true));
  show(place, false);
}

/** The address of a page. */
export function address(page, id, parameters = '') {
  return `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${parameters}`;
}

/** Sets what the title of the window says of the page. */
export function title(text) {
  document.title = `${text} – ${NAME}`;
}

async function show(place, move) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const [path, search] = (location.hash.slice(1) || '/alerts').split('?');
  const [match, module, section] = find(path);
  mark(section);
  place.setAttribute('aria-busy', 'true');
  try {
    const page = await import(`./pages/${module}.js`);
    const content = await patiently(place, signal, () => page.open({
      id: match[1] === undefined ? undefined : decodeURIComponent(match[1]),
      parameters: Object.fromEntries(new URLSearchParams(search)),
      signal,
    }));
    if (!signal.aborted) {
      replace(place, content.elements);
      title(content.title);
    }
  } catch (cause) {
    if (!signal.aborted) {
      replace(place, problem(cause, () => show(place, true)));
      title('Not shown');
    }
  }
  if (!signal.aborted) {
    place.removeAttribute('aria-busy');
    if (move) {
      place.focus();
      scrollTo(0, 0);
    }
  }
}

/** Opens as soon as the monitor can tell: while it starts, or takes over from another, it cannot tell for a while. */
async function patiently(place, signal, open) {
  for (let told = false; ; told = true) {
    try {
      return await open();
    } catch (cause) {
      if (cause.status !== 503 || signal.aborted) {
        throw cause;
      }
      // Said once: a screen reader would read it out each time.
      if (!told) {
        replace(place, problem(cause, () => show(place, true)), el('p', null, 'This page asks again by itself.'));
        title('Not shown yet');
      }
      await new Promise((done) => { setTimeout(done, PAUSE_MS); });
    }
  }
}

function find(path) {
  for (const [pattern, module, section] of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return [match, module, section];
    }
  }
  return [[], 'alerts', 'alerts'];
}

function mark(section) {
  for (const link of document.querySelectorAll('nav [data-page]')) {
    if (link.dataset.page === section) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}
