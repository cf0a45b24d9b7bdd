export declare const NARROW: RegExp;
export declare const NARROW_OR_COLOURED: RegExp;
