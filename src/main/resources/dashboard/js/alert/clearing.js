import { el } from '../dom.js';
import { many, plain } from '../words.js';

/** What would have to change for the alert to go. */
export function clearing(explanation) {
  const { ending, surplus, ruleInForce, clearedWithoutAnyOf: pieces } = explanation;
  return [
    el('p', null, ending),
    !ruleInForce && el('p', { class: 'soft' }, 'The rule is not in force any more in the version that raised it.'),
    surplus > 0 && el('p', { class: 'soft' }, `What is counted is ${surplus} above what the level needs.`),
    pieces?.length > 0 && [
      el('p', null, `Without any one of these it would not stand (${many(pieces.length, 'piece')}):`),
      el('ul', null, pieces.map((piece) => el('li', null, `${plain(piece.kind)} `, el('code', null, piece.id)))),
    ],
    pieces?.length === 0 && el('p', null, 'No single allegation, case or fact would do: several would have to go.'),
  ];
}
