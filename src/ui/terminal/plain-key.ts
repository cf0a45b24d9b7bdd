const ESC = '\x1b';
const ENTER = '\r';
const TAB = '\t';
const BACKSPACE = '\x7f';
const CTRL_C = '\x03';
const CTRL_U = '\x15';
const CTRL_Z = '\x1a';

/** Bits of the modifiers, which are sent with 1 added. */
const SHIFT = 1;
const CTRL = 4;
const SUPER_HYPER_META = 8 + 16 + 32;
/** Caps Lock and Num Lock are on or off. Nobody holds them down with a key. */
const LOCKS = 64 + 128;

const RELEASE = 3;

/** xterm sends `CSI 27 ; modifiers ; code ~` for a key that has no sequence of its own (modifyOtherKeys). */
const OTHER_KEY = 27;

/** The parameters and the final byte of a key's sequence. Mouse reports and replies have others. */
const KEY_SEQUENCE = new RegExp(String.raw`^${ESC}\[([\d:;]*)([A-FHPQSZa-eu~^$@])$`);

/** Keys by the code that kitty's protocol gives them. */
const NAMED: Readonly<Record<number, string>> = {
  8: BACKSPACE,
  9: TAB,
  13: ENTER,
  27: ESC,
  127: BACKSPACE,
  // On the keypad:
  57414: ENTER,
  57417: `${ESC}[D`,
  57418: `${ESC}[C`,
  57419: `${ESC}[A`,
  57420: `${ESC}[B`,
  57421: `${ESC}[5~`,
  57422: `${ESC}[6~`,
  57423: `${ESC}[H`,
  57424: `${ESC}[F`,
  57426: `${ESC}[3~`,
};
const KEYPAD_0 = 57399;
const KEYPAD_9 = 57408;

const CONTROLS: Readonly<Record<string, string>> = { c: CTRL_C, u: CTRL_U, z: CTRL_Z };

/**
 * The key of a control sequence, as terminals sent it before they had protocols for keys: Enter is CR, Ctrl-C is U+0003.
 * Reads the keyboard protocols of kitty (`CSI code ; modifiers ; text u`) and of xterm (modifyOtherKeys).
 * @returns undefined if nobody pressed a key: a key was let go, the mouse moved, or the terminal replied
 */
export function plainKey(sequence: string): string | undefined {
  if (sequence === `${ESC}OM`) return ENTER;
  if (!sequence.startsWith(`${ESC}[`) || sequence.startsWith(`${ESC}[[`)) return sequence;
  const [, parameters, final] = KEY_SEQUENCE.exec(sequence) ?? [];
  if (parameters === undefined) return undefined;
  const [key = [], [modifiers = 1, event] = [], third = []] = parameters
    .split(';')
    .map((field) => field.split(':').map(Number));
  if (event === RELEASE) return undefined;
  const held = Math.max(0, modifiers - 1) & ~LOCKS;
  const [code = 0, shifted, base] = key;
  if (final === 'u') return characterKey({ code, shifted, base, text: third, held });
  const [other = 0] = third;
  if (code === OTHER_KEY && other > 0) return characterKey({ code: other, shifted: other, held });
  return held & SUPER_HYPER_META || code >= 200 ? undefined : sequence;
}

/** A layout with Latin letters has its own Ctrl keys, also where an American keyboard has others. */
const LAST_ASCII = 0x7f;

type CharacterKey = {
  /** Code points. `shifted` is the key with Shift, `base` the key at its place on an American keyboard. */
  readonly code: number;
  readonly shifted?: number | undefined;
  readonly base?: number | undefined;
  /** What the key writes, if the terminal says so. */
  readonly text?: readonly number[];
  /** Bits of the modifiers that are held down. */
  readonly held: number;
};

function characterKey({ code, shifted, base, text, held }: CharacterKey): string | undefined {
  if (held === CTRL) return controlOf(code) ?? (code > LAST_ASCII ? controlOf(base) : undefined);
  if (held & ~SHIFT) return undefined;
  const named = NAMED[code];
  if (named !== undefined) return named;
  if (code >= KEYPAD_0 && code <= KEYPAD_9) return String(code - KEYPAD_0);
  return character(text?.[0] || (held ? shifted || withShift(code) : code));
}

const controlOf = (code: number | undefined): string | undefined =>
  CONTROLS[(character(code) ?? '').toLowerCase()];

/** The shifted code of a letter. What Shift makes of a digit depends on the keyboard. */
function withShift(code: number): number | undefined {
  const letter = character(code) ?? '';
  return /\d/.test(letter) ? undefined : letter.toUpperCase().codePointAt(0);
}

/** Undefined for controls, surrogates, and the private codes that kitty's protocol gives to keys without a character. */
function character(code: number | undefined): string | undefined {
  const text = code !== undefined && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return /^[^\p{C}]$/u.test(text) ? text : undefined;
}
