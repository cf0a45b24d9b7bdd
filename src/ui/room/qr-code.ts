import { renderUnicodeCompact } from 'uqr';
import type { Line } from '../layout/line.js';

/** The empty edge that scanners need, in modules. */
const EDGE = 2;

/**
 * The QR code of an address, half a row for each module. Light modules are drawn, so that the code is right on the dark
 * background of most terminals even without colours.
 */
export const qrCode = (url: string): Line[] =>
  renderUnicodeCompact(url, { ecc: 'L', border: EDGE })
    .split('\n')
    .map((text) => ({ spans: [{ text, tone: 'code' }] }));
