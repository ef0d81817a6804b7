import { startAccess } from './access/me.js';
import { startKeyboard } from './keyboard.js';
import { startRouter } from './router.js';
import { startTheme } from './theme.js';

const page = document.getElementById('page');

startTheme(document.getElementById('theme'));
startKeyboard(document.getElementById('keys'));
await startAccess(document.getElementById('who'));
startRouter(page);

// Its address would be taken for that of a page.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  page.focus();
});
