import { createContext } from 'react';

/** Replaces characters that the terminal cannot show with ASCII. */
export const Glyphs = createContext<(text: string) => string>((text) => text);
