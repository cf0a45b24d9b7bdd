export type SetExitCode = (code: number) => void;
