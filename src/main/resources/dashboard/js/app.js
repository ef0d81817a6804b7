import { startKeyboard } from './keyboard.js';
import { startRouter } from './router.js';
import { startTheme } from './theme.js';

startTheme(document.getElementById('theme'));
startKeyboard(document.getElementById('keys'));
startRouter(document.getElementById('page'));
