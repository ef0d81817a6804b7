import { el } from '../dom.js';

/** Says what went wrong and offers to try again. What is no answer of the API is a fault of this page. */
export function problem(cause, again) {
  return el('section', { class: 'problem', role: 'alert' },
    el('h1', null, cause.title ?? 'This page has a fault'),
    el('p', null, cause.message),
    cause.errors?.length > 0 && el('ul', null, cause.errors.map((error) => el('li', null, error.message))),
    el('button', { type: 'button', click: again }, 'Try again'));
}
