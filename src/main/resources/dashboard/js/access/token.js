const KEY = 'misconduct-monitor-token';

let token = sessionStorage.getItem(KEY);

/** The token of whoever looks at these pages, or null. It lives as long as the tab, and is never in a cookie or address. */
export function current() {
  return token;
}

/** Uses a token from now on, or none. */
export function use(text) {
  token = text;
  if (text === null) {
    sessionStorage.removeItem(KEY);
  } else {
    sessionStorage.setItem(KEY, text);
  }
}

/** What a request has to say of who asks. */
export function credential() {
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}
