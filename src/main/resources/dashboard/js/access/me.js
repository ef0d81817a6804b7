import { get } from '../api.js';
import { current, use } from './token.js';

let known = null;

/** Whether the caller may do something. */
export function may(permission) {
  return known !== null && known.permissions.includes(permission);
}

/** The name by which what they do is recorded. */
export function ownName() {
  return known.name;
}

/** Asks who looks at these pages, and hides what they may not see. */
export async function startAccess(button) {
  known = await me();
  for (const element of document.querySelectorAll('[data-needs]')) {
    element.hidden = !element.dataset.needs.split(' ').some(may);
  }
  button.hidden = current() === null;
  button.textContent = `Sign out ${known.name}`;
  button.addEventListener('click', () => {
    use(null);
    location.reload();
  });
  if (location.hash === '') {
    const first = document.querySelector('nav [data-page]:not([hidden])');
    history.replaceState(null, '', first?.getAttribute('href') ?? '#/alerts');
  }
}

/** Who has no role, or says nothing, may do nothing; each page says why. */
async function me() {
  try {
    return await get('/api/v1/me');
  } catch (cause) {
    if (cause.status === undefined) {
      throw cause;
    }
    return { name: '', permissions: [] };
  }
}
