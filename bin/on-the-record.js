#!/usr/bin/env node
// Node 10 must still parse this file, or an old Node shows a syntax error instead of the line below.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    `on-the-record needs Node 20 or newer; this is ${process.version}. Update Node and start it again.\n`,
  );
  process.exitCode = 1;
} else {
  require('./start.js');
}
