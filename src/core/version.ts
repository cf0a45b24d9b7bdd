/** The package's version, put in by the build. */
declare const PROGRAM_VERSION: string;

/** The version of this program, such as `0.3.0`. */
export const VERSION = PROGRAM_VERSION;
