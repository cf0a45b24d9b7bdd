// Node 20 or newer is certain here: on-the-record.js has looked.
import { existsSync } from 'node:fs';
import module from 'node:module';

module.enableCompileCache?.(); // Node 22 and newer: a quicker second start

// The published package holds no src/; a checkout does, and may need installing or building first.
const isCheckout = existsSync(new URL('../src', import.meta.url));
const isReady = !isCheckout || (await import('../scripts/prepare-checkout.mjs')).prepareCheckout();

if (isReady) await import('../dist/cli.js');
else process.exitCode = 1;
