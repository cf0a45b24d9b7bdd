import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: needs a browser, so it stands outside `npm test`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
