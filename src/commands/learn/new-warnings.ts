/** @returns a function that gives only new warnings, as one text; undefined if there are none */
export function newWarnings(warnings: () => readonly string[]): () => string | undefined {
  const seen = new Set<string>();
  return () => {
    const fresh = warnings().filter((text) => !seen.has(text));
    for (const text of fresh) seen.add(text);
    return fresh.length > 0 ? fresh.join(' ') : undefined;
  };
}
