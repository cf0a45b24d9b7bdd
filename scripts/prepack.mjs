// npm's `prepack`: a fresh clone has nothing installed and nothing built.
import { prepareCheckout } from './prepare-checkout.mjs';

if (!prepareCheckout()) process.exitCode = 1;
