import { path, post } from '../api.js';
import { el, replace } from '../dom.js';
import { announce } from '../parts/announce.js';
import { openDialog } from '../parts/dialog.js';
import { moment } from '../time.js';
import { begun, plain } from '../words.js';
import { actionFields } from './fields.js';
import { identity, KINDS, possible } from './kinds.js';

/**
 * Asks what is to be said with an action on one alert, and takes it to the monitor.
 *
 * @param back see openDialog
 * @param reload gives the alert as it is now, after the page behind shows it
 */
export function actOnOne(action, alert, back, reload) {
  const { does } = KINDS[action];
  let seen = alert;
  let name = identity();
  let busy = false;
  const fields = actionFields(action);
  const said = el('div', { role: 'status', class: 'said' });
  const submit = el('button', { class: 'main' }, does);
  const dialog = openDialog(`${does}: ${alert.ruleTitle}`, back, el('form', { class: 'stack', submit: send },
    fields.element, said,
    el('div', { class: 'row' }, submit, el('button', { type: 'button', click: () => dialog.close() }, 'Cancel'))));
  (fields.element.querySelector('[required]') ?? submit).focus();

  async function send(event) {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    replace(said, el('p', null, 'Sending it to the monitor'));
    try {
      const answer = await post(path('alerts', seen.alertId, '/actions'), { action, actionId: name, revision: seen.revision, ...fields.values() });
      await taken(answer);
    } catch (cause) {
      refused(cause);
    }
    busy = false;
  }

  async function taken(answer) {
    if (answer.result === 'UNANSWERED') {
      replace(said, el('p', { class: 'notice' }, 'It was sent, and the monitor has not judged it yet. Send it again to ask: it is taken once.'));
      return;
    }
    await reload();
    dialog.close();
    announce(`${does} is done. The alert is ${plain(answer.state)}, revision ${answer.revision}.`);
  }

  function refused(cause) {
    // What was judged keeps its name; what never reached the monitor is the same when it is sent again.
    name = cause.status === 0 || cause.status === 503 ? name : identity();
    replace(said, el('div', { class: 'problem' },
      el('h3', null, cause.title ?? 'This page has a fault'),
      el('p', null, begun(cause.message)),
      cause.errors?.length > 1 && el('ul', null, cause.errors.map((error) => el('li', null, error.message))),
      changes(cause),
      cause.status === 409 && el('button', { type: 'button', click: lookAgain }, 'Load the new revision and look again')));
    said.querySelector('button')?.focus();
  }

  async function lookAgain() {
    try {
      seen = await reload();
      replace(said, el('p', { class: 'notice' },
        `This is about revision ${seen.revision} now: it is ${plain(seen.state)}${seen.owner === undefined ? '' : `, with ${seen.owner}`}.`,
        possible(action, seen) ? ' What you wrote is kept.' : ` ${does} is not possible any more.`));
      submit.focus();
    } catch (cause) {
      refused(cause);
    }
  }
}

/** Who or what changed the alert meanwhile. */
function changes(cause) {
  const made = cause.answer?.changes ?? [];
  return made.length > 0 && el('ul', null, made.map((change) => el('li', null,
    `Revision ${change.revision}: ${plain(change.action ?? (change.change === 'FACTS' ? change.transition : change.change))}`,
    change.actor !== undefined && ` by ${change.actor}`,
    `, ${moment(change.at)}`)));
}
