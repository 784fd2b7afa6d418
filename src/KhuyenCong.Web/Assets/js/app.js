import { startAmounts } from './amounts.js';
import { startDrafts } from './drafts.js';
import { startForms } from './forms.js';
import { startOffline } from './offline.js';
import { startHtmx } from './partials.js';
import { startPasskeys } from './passkeys.js';
import { startShell } from './shell.js';
import { startTables } from './tables.js';

startShell();
startHtmx();
startAmounts(document);
startForms();
startDrafts(document);
startTables(document);
startPasskeys();
startOffline();
document.documentElement.dataset.ready = '';
