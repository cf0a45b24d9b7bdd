#!/usr/bin/env node
// By default, Node opens its debugger on a port when it gets this signal, and other users could then run code as this one.
process.on('SIGUSR1', () => {});
// Node 10 must still parse this file, or an old Node shows a syntax error instead of the line below.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    `on-the-record needs Node 20 or newer; this is ${process.version}. Update Node and start it again.\n`,
  );
  process.exitCode = 1;
} else {
  require('./start.js');
}
