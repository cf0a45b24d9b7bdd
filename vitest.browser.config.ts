import { defineConfig } from 'vitest/config';
import main from './vitest.config.js';

/** `npm run test:browser`: needs a browser, so it stands outside `npm test`. */
export default defineConfig({
  define: main.define ?? {},
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
