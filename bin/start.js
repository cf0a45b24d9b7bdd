// Node 20 or newer is certain here: on-the-record.js has looked.
const { existsSync } = require('node:fs');
const path = require('node:path');

// The published package holds no src/; a checkout does, and may need installing or building first.
if (existsSync(path.join(__dirname, '..', 'src'))) startCheckout();
else start();

async function startCheckout() {
  const { prepareCheckout } = await import('../scripts/prepare-checkout.mjs');
  if (prepareCheckout()) start();
  else process.exitCode = 1;
}

function start() {
  require('../dist/cli.js');
}
