import { createContext } from 'react';

/** Turns a text into what the terminal's character set can show: the text itself, or its ASCII stand-in. */
export const Glyphs = createContext<(text: string) => string>((text) => text);
