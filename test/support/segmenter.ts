import { vi } from 'vitest';

/** @returns the texts that Intl.Segmenter gets from now on; `vi.restoreAllMocks` ends it */
export function textsSegmented(): readonly string[] {
  const texts: string[] = [];
  const { segment } = Intl.Segmenter.prototype;
  vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
    this: Intl.Segmenter,
    text,
  ) {
    texts.push(text);
    return segment.call(this, text);
  });
  return texts;
}
