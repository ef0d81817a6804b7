import { el } from './dom.js';

const KEY = 'misconduct-monitor.theme';
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const LABEL = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** Lets the button change between light, dark and what the system says, and remembers it. */
export function startTheme(button) {
  let theme = remembered();
  const apply = () => {
    if (theme === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    button.replaceChildren(el('span', { class: 'wide-only' }, 'Theme: '), LABEL[theme]);
    button.setAttribute('aria-label', `Theme: ${LABEL[theme]}`);
    tell();
  };
  button.addEventListener('click', () => {
    theme = NEXT[theme];
    localStorage.setItem(KEY, theme);
    apply();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
  apply();
}

/** Calls back after each change of colours, until the signal. */
export function onColours(listener, signal) {
  document.addEventListener('colours', listener, { signal });
}

/** A colour of the style sheet as a canvas understands it. */
export function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function tell() {
  document.dispatchEvent(new Event('colours'));
}

function remembered() {
  const theme = localStorage.getItem(KEY);
  return theme in NEXT ? theme : 'auto';
}
