import { may } from '../access/me.js';
import { get, path, postRules } from '../api.js';
import { el } from '../dom.js';
import { facts, heading, panel } from '../parts/layout.js';
import { address } from '../router.js';
import { alertsLink, alertsOverTime } from '../rules/over-time.js';
import { testReport } from '../rules/reports.js';
import { moment } from '../time.js';
import { plain } from '../words.js';
import { statusBadge } from './rules.js';

/** One rule: what it says, and its tests run just now by the engine of the monitor. */
export async function open({ id, signal }) {
  const rule = await get(path('rules', id), null, signal);
  const [report, recorded] = await Promise.all([
    may('try-rules') && postRules('/api/v1/rules/test', rule.yaml, signal),
    may('read-alerts') && alertsOverTime(rule, signal),
  ]);
  return {
    title: rule.title,
    elements: [
      heading(rule.title, [statusBadge(rule)],
        may('read-alerts') && alertsLink(rule, 'Its alerts'),
        may('try-rules') && el('a', { class: 'button', href: address('check', undefined, `?rule=${encodeURIComponent(rule.id)}`) }, 'Edit a copy')),
      el('div', { class: 'columns two' },
        el('div', { class: 'stack' },
          panel('In short', short(rule)),
          report && panel('Its tests, run just now', testReport(report))),
        panel('As it is written', el('pre', { class: 'yaml', tabindex: '0', role: 'region', 'aria-label': 'Text of the rule' }, el('code', null, rule.yaml))),
        recorded && el('div', { class: 'whole' }, panel('What it has raised', recorded))),
    ],
  };
}

function short(rule) {
  return facts(
    ['Identity', el('code', null, rule.id)],
    ['Version', el('code', null, rule.version)],
    ['Kind', plain(rule.kind)],
    ['Owner', rule.owner],
    ['From', rule.validFrom && moment(rule.validFrom)],
    ['Until', rule.validUntil && moment(rule.validUntil)],
    ['Published', rule.publishedAt && moment(rule.publishedAt)],
    ['Published by', rule.publishedBy],
    ['Comment', rule.comment, true],
    ['What for', rule.description, true],
    ['Source', rule.source, true],
    ['What it should not be held against', rule.exceptions, true],
  );
}
