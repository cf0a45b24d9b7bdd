import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { networkAddresses, urlOf } from '../../src/net/addresses.js';

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal }) as NetworkInterfaceInfo;

test('the addresses that a phone most likely reaches come first', () => {
  const found = networkAddresses({
    lo: [at('127.0.0.1', true), at('::1', true)],
    docker0: [at('172.17.0.1')],
    eth0: [at('198.51.100.7'), at('2001:db8::7')],
    wlan0: [at('192.168.1.5'), at('fe80::1')],
    down: undefined,
  });
  expect(found).toEqual([
    { address: '192.168.1.5', name: 'wlan0' },
    { address: '198.51.100.7', name: 'eth0' },
    { address: '2001:db8::7', name: 'eth0' },
    { address: '172.17.0.1', name: 'docker0' },
  ]);
});

test('without a network there is none', () => {
  expect(networkAddresses({ lo: [at('127.0.0.1', true)], eth0: [at('169.254.3.4')] })).toEqual([]);
});

test('an IPv6 address has brackets in a URL', () => {
  expect(urlOf('192.0.2.7', 4321)).toBe('http://192.0.2.7:4321');
  expect(urlOf('2001:db8::7', 4321)).toBe('http://[2001:db8::7]:4321');
});
