export declare const NARROW: RegExp;
export declare const NARROW_ROWS: RegExp;
