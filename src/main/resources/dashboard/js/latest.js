/** Makes a function that hands an answer to `show` only if nothing has been asked since: an earlier question may be answered later. */
export function latestOnly() {
  let latest = 0;
  return async (answer, show) => {
    const mine = ++latest;
    const found = await answer;
    if (mine === latest) {
      show(found);
    }
  };
}
