export function unchangedEnd(previous: string, next: string): number;
