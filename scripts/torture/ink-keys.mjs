const NAMES = {
  upArrow: 'up',
  downArrow: 'down',
  leftArrow: 'left',
  rightArrow: 'right',
  pageDown: 'pagedown',
  pageUp: 'pageup',
  home: 'home',
  end: 'end',
  return: 'return',
  escape: 'escape',
  tab: 'tab',
  backspace: 'backspace',
  delete: 'delete',
};

/** Ink's own reading of a key, which it does not hand out: as in its hook `useInput`. */
export function inkKeys({ parseKeypress, nonAlphanumericKeys }) {
  const inputOf = ({ name, ctrl, sequence }) => {
    if (nonAlphanumericKeys.includes(name)) return '';
    return ctrl ? (name ?? '') : sequence;
  };
  const read = (text) => {
    const press = parseKeypress(text);
    const input = inputOf(press);
    const named = Object.entries(NAMES).map(([key, name]) => [key, press.name === name]);
    return {
      input: input.startsWith('\x1b') ? input.slice(1) : input,
      key: { ...Object.fromEntries(named), ctrl: press.ctrl, meta: press.meta },
    };
  };
  const known = new Map(); // the same few keys come a million times
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text);
  };
}
