import { may } from '../access/me.js';
import { get, query } from '../api.js';
import { asked, filters, offerTenants } from '../alerts/filters.js';
import { LiveList } from '../alerts/live-list.js';
import { selectionBar } from '../alerts/selection.js';
import { el, replace } from '../dom.js';
import { onKeys } from '../keyboard.js';
import { heading } from '../parts/layout.js';
import { problem } from '../parts/problem.js';
import { KINDS } from '../review/kinds.js';
import { actOnSeveral } from '../review/several.js';
import { address, title } from '../router.js';
import { many } from '../words.js';

const STATES = { live: 'Live', paused: 'Paused', lost: 'Connecting again' };

/** Alerts as they come. */
export async function open({ parameters, signal }) {
  const tenants = new Set();
  const state = el('span', { class: 'live' }, 'Connecting');
  const seenButton = el('button', { type: 'button', hidden: true, click: () => list.seen() });
  const pause = el('button', { type: 'button', 'aria-pressed': 'false', click: toggle }, 'Pause');
  const failure = el('div');
  const mayAct = may('act-on-alerts');
  const list = new LiveList(signal, {
    chosen: (count, shown) => bar.show(count, shown),
    news(count) {
      title(count === 0 ? 'Alerts' : `(${count}) Alerts`);
      seenButton.hidden = count === 0;
      seenButton.textContent = `Mark ${many(count, 'new one', 'new ones')} as seen`;
    },
    state(now) {
      state.dataset.state = now;
      state.textContent = STATES[now];
    },
    tenants(seen) {
      seen.forEach((tenant) => tenants.add(tenant));
      offerTenants(form, tenants);
    },
  }, mayAct);
  const bar = selectionBar({ all: (picked) => list.rows.chooseAll(picked), act, total: list.count });

  const choosing = [
    { key: 'x', does: 'Choose the alert, or not', act: () => pick(list) },
    ...['ACKNOWLEDGE', 'ASSIGN', 'SNOOZE', 'CLOSE'].map((action) => (
      { key: KINDS[action].key, does: `${KINDS[action].does} the chosen alerts`, act: () => act(action) })),
  ];

  const rules = await get('/api/v1/rules', null, signal);
  const form = filters(parameters, rules.items, (chosen) => {
    history.replaceState(null, '', address('alerts', undefined, query(chosen)));
    choose(chosen);
  });
  await list.show(asked(parameters));
  onKeys([
    { key: 'j', does: 'Next alert', act: () => step(list.rows.element, 1) },
    { key: 'k', does: 'Alert before', act: () => step(list.rows.element, -1) },
    { key: 'Enter', does: 'Open the alert', act: () => document.activeElement.click() },
    ...(mayAct ? choosing : []),
    { key: 'p', does: 'Pause or go on', act: toggle },
    { key: '/', does: 'Search', act: () => search(form) },
  ], signal);

  /** With those that are chosen, or else with the one that has the focus. */
  function act(action) {
    const current = rowOf(document.activeElement)?.dataset.id;
    if (list.rows.chosen.length === 0 && current !== undefined) {
      list.rows.choose([current], true);
    }
    if (list.rows.chosen.length > 0) {
      actOnSeveral(action, list.rows.chosen, () => list.rows.link(current), (taken) => list.rows.choose(taken, false));
    }
  }

  async function choose(chosen) {
    try {
      await list.show(asked(chosen));
      failure.replaceChildren();
    } catch (cause) {
      if (!signal.aborted) {
        replace(failure, problem(cause, () => choose(chosen)));
      }
    }
  }

  function toggle() {
    list.pause();
    pause.setAttribute('aria-pressed', String(list.paused));
  }

  return {
    title: 'Alerts',
    elements: [
      heading('Alerts', null, seenButton, state, pause),
      el('div', { class: 'stack' }, form, failure, mayAct ? bar.element : list.count, list.rows.element, list.more),
    ],
  };
}

function search(form) {
  form.open = true;
  form.querySelector('[name=text]').focus();
}

function pick(list) {
  const row = rowOf(document.activeElement);
  if (row) {
    list.rows.toggle(row.dataset.id);
  }
}

function rowOf(element) {
  return element?.closest?.('.alert[data-id]');
}

function step(list, by) {
  const titles = [...list.querySelectorAll('.title')];
  const now = titles.findIndex((link) => link.closest('.alert').contains(document.activeElement));
  titles[Math.max(0, Math.min(titles.length - 1, now + by))]?.focus();
}
