import type { Plugin } from 'esbuild';

export const patches: Plugin;
