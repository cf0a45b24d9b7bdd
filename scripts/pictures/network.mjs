// Loaded before the program for the picture of a live room: a computer whose only network address is 192.0.2.7, which is
// kept for examples. What the program serves there and on port 4321 is on a free port of this computer.

import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import os from 'node:os';

const ADDRESS = { address: '192.0.2.7', family: 'IPv4', internal: false };
os.networkInterfaces = () => ({ wlan0: [ADDRESS] });

const { listen, address } = net.Server.prototype;
net.Server.prototype.listen = function listenOnFreePort(_where, done) {
  return listen.call(this, { host: '127.0.0.1', port: 0 }, done);
};
net.Server.prototype.address = function withUsualPort() {
  return { ...address.call(this), port: 4321 };
};
syncBuiltinESMExports();
