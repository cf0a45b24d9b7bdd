import { loadTool } from '../load-tool.mjs';

/** Several modules of src/, by names of one's own: some call what they give the same. */
export async function loadParts(modules) {
  const loaded = Object.entries(modules).map(async ([name, file]) => [name, await loadTool(file)]);
  return Object.fromEntries(await Promise.all(loaded));
}
