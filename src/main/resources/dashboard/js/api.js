import { signIn } from './access/sign-in.js';
import { credential, current } from './access/token.js';

const PAUSE_MS = 500;
const PATIENCE_MS = 30_000;

/** What the API refuses, or that it cannot be reached. */
export class Problem extends Error {
  constructor(status, title, detail, errors, answer) {
    super(detail);
    this.answer = answer;
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** Gets JSON. Parameters without a value are left out; a list becomes one parameter for each value. */
export function get(path, parameters, signal) {
  return ask(path + query(parameters), { signal });
}

/** The same for what the monitor has to read first: asks again as long as it says that it will soon know. */
export async function getPatiently(path, parameters, signal) {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return await get(path, parameters, signal);
    } catch (cause) {
      if (cause.status !== 503 || waited >= PATIENCE_MS) {
        throw cause;
      }
      await new Promise((done) => { setTimeout(done, PAUSE_MS); });
    }
  }
}

/** Sends the text of rules and gets JSON. */
export function postRules(path, yaml, signal) {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/yaml' }, body: yaml, signal });
}

/** Sends JSON and gets JSON. */
export function post(path, value, signal) {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value), signal });
}

/** Asks for something to be done, even if the page is left meanwhile. */
export function order(path) {
  return ask(path, { method: 'POST', keepalive: true });
}

/** Saves what the monitor answers as a file: a link could not say who asks. */
export async function save(url, name) {
  const response = await reach(url);
  if (!response.ok) {
    throw new Problem(response.status, 'It was not saved', `The monitor answered ${response.status}.`, []);
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A query string, with its question mark if it is not empty. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') {
        search.append(name, one);
      }
    }
  }
  return search.size === 0 ? '' : `?${search}`;
}

/** The path of one thing below a collection. */
export function path(collection, id, rest = '') {
  return `/api/v1/${collection}/${encodeURIComponent(id)}${rest}`;
}

async function ask(url, options) {
  const response = await reach(url, options);
  const answer = await body(response);
  if (!response.ok) {
    throw new Problem(
      response.status,
      answer?.title ?? 'It did not work',
      answer?.detail ?? `The monitor answered ${response.status}.`,
      answer?.errors ?? [],
      answer,
    );
  }
  return answer;
}

/** What the monitor answers, after it has been told who asks if it wants to know. */
export async function reach(url, options) {
  for (;;) {
    const shown = current();
    const response = await send(url, options);
    // Another request may have asked for a token meanwhile.
    if (response.status !== 401 || (shown === current() && !(await signIn(shown !== null)))) {
      return response;
    }
  }
}

async function send(url, options) {
  try {
    return await fetch(url, { ...options, headers: { ...options?.headers, ...credential() } });
  } catch (cause) {
    if (cause.name === 'AbortError') {
      throw cause;
    }
    throw new Problem(0, 'The monitor cannot be reached', 'Does it run? The page tries again when you say so.', []);
  }
}

async function body(response) {
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? response.json() : null;
}
