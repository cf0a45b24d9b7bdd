/** Never the end of a sentence: titles before names, and words before numbers. */
const BEFORE_NAME =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sen|Rep|Reps|Sens|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|Rev|Hon|Fr|Msgr|Supt|Det|Insp|Cllr|Messrs|No|Nos|vs|v|cf|e\.g|i\.e|pp?|Art|Sec|Fig|approx|ca|est|\p{Lu})\.$/u;

const BEFORE_DAY = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** The end of a sentence only if a word follows with which many sentences begin. */
const MAYBE_END =
  /(?:^|[\s(“"‘'])(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros|Ave|Blvd|Rd|etc|al|a\.m|p\.m|Ph\.D|(?:\p{L}\.)+\p{L})\.$/u;

const STARTER =
  /^["“‘'(]?(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|By|For|This|That|These|Those|There|When|While|After|Before|His|Her|Its|Their|As|If|Asked|Some|Both|No|Not|One|Two)\b/;

const END = /[.!?…]+["”’»')\]]*(?=\s)/gu;

const OPENS = /^["“„«‘'([]*[\p{Lu}\p{N}]|^["“„«‘]/u;

/** Splits a paragraph into its sentences, also within a quotation. Joined with spaces they are the paragraph again. */
export function sentencesOf(paragraph: string): string[] {
  const text = paragraph.trim().replace(/\s+/gu, ' ');
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (!endsAt(text.slice(start, end), mark, text.slice(end + 1, end + 20))) continue;
    sentences.push(text.slice(start, end));
    start = end + 1;
  }
  return start < text.length ? [...sentences, text.slice(start)] : sentences;
}

function endsAt(before: string, mark: string, after: string): boolean {
  if (!OPENS.test(after)) return false;
  if (mark !== '.')
    return !/^[?!…]+["”’»']/u.test(mark) || /^["“„«‘'([]*[\p{Lu}\p{N}]/u.test(after);
  const last = before.slice(-30);
  if (MAYBE_END.test(last)) return STARTER.test(after);
  return !BEFORE_NAME.test(last) && !(BEFORE_DAY.test(last) && /^\d/.test(after));
}
