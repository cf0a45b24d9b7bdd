/** Each trouble once, several at a time as one text; nothing where there is no news. */
export function newWarnings(warnings: () => readonly string[]): () => string | undefined {
  const told = new Set<string>();
  return () => {
    const fresh = warnings().filter((text) => !told.has(text));
    for (const text of fresh) told.add(text);
    return fresh.length > 0 ? fresh.join(' ') : undefined;
  };
}
