/** A word of the vocabulary as people read it: MEASURE_STARTED is "Measure started", recordedAt is "Recorded at". */
export function plain(word) {
  const words = String(word)
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
  return begun(words);
}

/** The same text, beginning as sentences do. */
export function begun(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number with separators. */
export function number(value) {
  return value.toLocaleString('en-GB');
}

/** A number of things: "1 alert", "2,948 alerts". */
export function many(count, thing, things = `${thing}s`) {
  return `${number(count)} ${count === 1 ? thing : things}`;
}
