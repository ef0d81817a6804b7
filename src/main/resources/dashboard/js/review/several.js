import { post } from '../api.js';
import { el, replace } from '../dom.js';
import { announce } from '../parts/announce.js';
import { openDialog } from '../parts/dialog.js';
import { subjectText } from '../parts/subject.js';
import { address } from '../router.js';
import { begun, many } from '../words.js';
import { actionFields } from './fields.js';
import { identity, KINDS, possible } from './kinds.js';

const AT_ONCE = 200;
const NAMED = 5;

/**
 * Shows how many of the alerts an action would be about, asks what is to be said with it, and takes it to the monitor
 * for each of them.
 *
 * @param back see openDialog
 * @param done is told the ids of those that were taken
 */
export function actOnSeveral(action, alerts, back, done) {
  const { does } = KINDS[action];
  const able = alerts.filter((alert) => possible(action, alert));
  const targets = able.map((alert) => ({ alertId: alert.alertId, actionId: identity(), revision: alert.revision }));
  const fields = actionFields(action);
  const said = el('div', { role: 'status', class: 'said' });
  const submit = able.length > 0 && el('button', { class: 'main' }, `${does} ${many(able.length, 'alert')}`);
  const cancel = el('button', { type: 'button', click: () => dialog.close() }, 'Cancel');
  let busy = false;
  const form = el('form', { class: 'stack', submit: send },
    preview(action, able, alerts.length), able.length > 0 && fields.element, said, el('div', { class: 'row' }, submit, cancel));
  const dialog = openDialog(`${does} ${many(alerts.length, 'alert')}`, back, form);
  (fields.element.querySelector('[required]') ?? (submit || cancel)).focus();

  async function send(event) {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    replace(said, el('p', null, 'Sending it to the monitor'));
    try {
      const items = [];
      for (let i = 0; i < targets.length; i += AT_ONCE) {
        const answer = await post('/api/v1/alerts/actions', { action, ...fields.values(), items: targets.slice(i, i + AT_ONCE) });
        items.push(...answer.items);
      }
      tell(items);
    } catch (cause) {
      replace(said, el('div', { class: 'problem' }, el('h3', null, cause.title), el('p', null, begun(cause.message)),
        cause.errors?.length > 1 && el('ul', null, cause.errors.map((error) => el('li', null, error.message)))));
    }
    busy = false;
  }

  function tell(items) {
    const taken = items.filter((item) => item.result === 'APPLIED' || item.result === 'DUPLICATE');
    const others = items.filter((item) => !taken.includes(item));
    done(taken.map((item) => item.alertId));
    const summary = `${does}: ${many(taken.length, 'alert')} done${others.length > 0 ? `, ${others.length} not` : ''}.`;
    announce(summary);
    if (others.length === 0) {
      dialog.close();
      return;
    }
    replace(form, el('p', { role: 'status' }, summary), el('ul', null, others.map((item) => el('li', null, refusal(item, able)))),
      el('div', { class: 'row' }, el('button', { type: 'button', class: 'main', click: () => dialog.close() }, 'Close')));
    form.querySelector('button').focus();
  }
}

function preview(action, able, chosen) {
  const left = chosen - able.length;
  return el('div', null,
    able.length > 0 && el('ul', null,
      able.slice(0, NAMED).map((alert) => el('li', null, `${alert.level}: ${alert.ruleTitle}, ${subjectText(alert)}`)),
      able.length > NAMED && el('li', null, `and ${able.length - NAMED} more`)),
    left > 0 && el('p', { class: 'notice' }, `${many(left, 'alert')} left out: ${KINDS[action].does} is not possible as ${left === 1 ? 'it is' : 'they are'} now.`));
}

function refusal(item, alerts) {
  const { ruleTitle } = alerts.find((alert) => alert.alertId === item.alertId);
  const why = item.result === 'UNANSWERED' ? 'sent, and not judged yet: look at it again' : item.message;
  return [el('a', { href: address('alerts', item.alertId) }, ruleTitle), `: ${why}`];
}
