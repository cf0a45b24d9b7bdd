import { defineConfig } from 'vitest/config';
import unit from './vitest.config.js';

/** `npm run test:browser`: needs a browser, so it stands outside `npm test`. */
export default defineConfig({
  define: unit.define ?? {},
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
