import { may } from '../access/me.js';
import { el } from '../dom.js';
import { heading, panel } from '../parts/layout.js';
import { accounts } from '../system/accounts.js';
import { deadLetters } from '../system/dead-letters.js';
import { health } from '../system/health.js';
import { lag } from '../system/lag.js';
import { keptFresh } from '../system/fresh.js';

const EVERY_MS = 5000;

/** How the monitor itself is. */
export async function open({ signal }) {
  const [ready, behind, books, letters] = await Promise.all([
    keptFresh(health, EVERY_MS, signal),
    may('read-system') && keptFresh(lag, EVERY_MS, signal),
    may('read-accounts') && keptFresh(accounts, EVERY_MS, signal),
    may('read-accounts') && deadLetters(signal),
  ]);
  return {
    title: 'System',
    elements: [
      heading('System', null, el('span', { class: 'soft small' }, 'Looks again every 5 seconds')),
      el('div', { class: 'stack' },
        panel('Readiness', ready),
        books && panel('What became of every record', books),
        behind && panel('Not processed yet', behind),
        letters && panel('Dead letters', letters)),
    ],
  };
}
