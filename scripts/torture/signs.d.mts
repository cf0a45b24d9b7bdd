export declare const HIDDEN_SIGNS: readonly string[];
export declare const TELLING_SIGNS: readonly string[];
export declare function hiddenIn(text: string): string | undefined;
export declare function harmInHtml(html: string): string | undefined;
export declare function harmInCsv(csv: string): string | undefined;
