const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for HTML, also within quotation marks. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** A sign for the eye, and words for screen readers, which the style of `said` hides. */
export const mark = (sign: string, said: string): string =>
  `<span aria-hidden="true">${sign} </span><span class="said">${said}: </span>`;

/** The style of `said`. */
export const SAID_STYLE = `.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }`;

export type HtmlPage = {
  /** A BCP 47 language tag. */
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** HTML. */
  readonly body: readonly string[];
};

/** A page without scripts that loads nothing: its content security policy forbids both. */
export const htmlPage = ({ language, title, style, body }: HtmlPage): string =>
  [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
