const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const DAY_MS = 86_400_000;

/** A day as people write it, UTC. */
export function day(instant) {
  return DAY.format(new Date(instant));
}

/** A day with the time of day, UTC; the day alone where the time is midnight, as it is for facts known by their date. */
export function moment(instant) {
  const date = new Date(instant);
  return date.getTime() % DAY_MS === 0 ? day(instant) : `${DAY.format(date)}, ${CLOCK.format(date)}`;
}

/** The last moment before an instant as people write it, UTC: midnight is the end of the day before. */
export function deadline(instant) {
  const time = Date.parse(instant);
  return time % DAY_MS === 0 ? `the end of ${day(time - 1)}` : moment(instant);
}

/** The month alone, UTC. */
export function month(instant) {
  return MONTH.format(new Date(instant));
}

/** A length of time in the largest fitting unit. */
export function length(fromInstant, untilInstant) {
  const days = Math.round((Date.parse(untilInstant) - Date.parse(fromInstant)) / DAY_MS);
  if (days >= 730) {
    return `${Number((days / 365.25).toFixed(1))} years`;
  }
  return days === 1 ? '1 day' : `${days} days`;
}
