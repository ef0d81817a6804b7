import { badge } from '../parts/badges.js';
import { el } from '../dom.js';
import { table } from '../parts/table.js';
import { moment } from '../time.js';

const COLUMNS = [
  { name: 'Letter', value: (letter) => el('code', null, letter.letter) },
  { name: 'Came', value: (letter) => moment(letter.ingestedAt) },
  { name: 'Why', value: (letter) => [letter.meaning, letter.field && ` (${letter.field})`] },
  { name: 'Code', value: (letter) => el('code', null, letter.reason) },
  { name: 'Publisher', value: (letter) => letter.publisher },
  { name: 'Record', value: (letter) => `${letter.topic}-${letter.partition}@${letter.offset}` },
  { name: 'Sent again', value: (letter) => (letter.replayed ? badge('Yes', 'good') : 'No') },
];

/** What could not be processed, without what it holds. */
export function deadLetters(letters) {
  return table('Dead letters', COLUMNS, letters);
}
