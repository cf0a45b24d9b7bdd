import type { Key } from 'ink';
import type { Action } from '../../core/state/action.js';

/** What a key does on a page with a field: letters, digits and signs go into the field. */
export function fieldKey(input: string, key: Key): Action | undefined {
  if (key.return) return { type: 'enter' };
  if (key.escape) return { type: 'close' };
  if (key.backspace || key.delete) return { type: 'erase' };
  if (key.ctrl) return input === 'u' ? { type: 'erase', all: true } : undefined;
  return key.meta || key.tab || input === '' ? undefined : { type: 'type', text: input };
}
