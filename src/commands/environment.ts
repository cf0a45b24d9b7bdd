/** What the options that stand anywhere say. */
export type Options = {
  /** A folder of course files, or the id of a course that comes with the program. */
  readonly course?: string;
  readonly dataDir?: string;
  readonly plain?: boolean;
  readonly seed?: string;
  readonly color?: boolean;
};

/** What a command gets of the process it runs in: handed in, so that only the entry knows the process. */
export type Environment = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Record<string, string | undefined>;
  readonly platform: string;
  /** Folder of the courses that come with the program. */
  readonly courses: string;
  /** Rejects when something fails outside any call, such as in a timer. */
  readonly fault: Promise<never>;
};

/** Exit codes that are no errors. */
export const DONE = 0;
/** Ctrl-C: 128 and the number of SIGINT, as shells have it. */
export const INTERRUPTED = 130;
