import { get } from './api.js';

let asked = null;

/** Who looks at this: { name, permissions }. Asked once; whoever may not be told who they are may do nothing. */
export async function caller() {
  asked ??= get('/api/v1/me');
  try {
    return await asked;
  } catch {
    asked = null;
    return { name: undefined, permissions: [] };
  }
}

/** Whether they may act on alerts. */
export function mayAct(who) {
  return who.permissions.includes('act-on-alerts');
}
