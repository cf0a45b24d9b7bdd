import { root } from '../paths.mjs';

/** What every use of esbuild here has in common. */
export const common = (format = 'esm') => ({
  absWorkingDir: root,
  bundle: true,
  format,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  logLevel: 'warning',
});
