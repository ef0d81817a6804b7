/** Periods are named as the API does it: 2024, 2024-Q1, 2024-03. Those without anything are periods all the same. */
export function everyPeriod(known) {
  const sorted = [...new Set(known)].sort();
  if (sorted.length === 0) {
    return [];
  }
  const first = index(sorted[0]);
  return Array.from({ length: index(sorted.at(-1)) - first + 1 }, (_, i) => name(first + i, sorted[0]));
}

/** The month, quarter or year that a month lies in. */
export function periodOf(month, by) {
  if (by === 'year') {
    return month.slice(0, 4);
  }
  return by === 'quarter' ? `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}` : month;
}

function perYear(period) {
  if (period.length === 4) {
    return 1;
  }
  return period.includes('Q') ? 4 : 12;
}

function index(period) {
  const part = perYear(period) === 1 ? 1 : Number(period.slice(5).replace('Q', ''));
  return Number(period.slice(0, 4)) * perYear(period) + part - 1;
}

function name(i, like) {
  const each = perYear(like);
  const year = Math.floor(i / each);
  const part = (i % each) + 1;
  if (each === 1) {
    return String(year);
  }
  return each === 4 ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
}
