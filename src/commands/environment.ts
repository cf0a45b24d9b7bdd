/** The options that every command takes. */
export type Options = {
  /** A folder of course files, or the id of a course that comes with the program. */
  readonly course?: string;
  readonly dataDir?: string;
  readonly plain?: boolean;
  readonly seed?: string;
  readonly color?: boolean;
};

/** A terminal says so, and how wide its window is. */
export type ErrorStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** The parts of the process that a command uses. cli.ts passes them to each command. */
export type Environment = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: ErrorStream;
  readonly env: Record<string, string | undefined>;
  readonly platform: string;
  /** The folder of the courses that come with the program. */
  readonly courses: string;
  /** Rejects when something fails outside any call, such as in a timer. */
  readonly fault: Promise<never>;
};
