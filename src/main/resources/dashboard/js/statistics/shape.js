const WITHHELD = '*';

/**
 * What the rows of a table consist of: words first, then a cell for each period, then the total. A table that tells
 * nothing apart has totals only: they are its one line.
 *
 * @return numbers, null where there is none or it is withheld
 */
export function parts(table) {
  const words = table.groupBy.length;
  const drawable = (cell) => (cell === WITHHELD ? null : cell);
  const rows = words === 0 ? [table.total] : table.rows;
  return {
    periods: table.columns.slice(words, -1),
    lines: rows.map((row) => ({
      name: row.slice(0, words).join(', ') || 'All',
      cells: row.slice(words, -1).map(drawable),
      total: drawable(row.at(-1)),
    })),
  };
}
