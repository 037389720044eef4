/** What the shell is told: 0 done, 1 failed or nothing found, 2 unusable input. */
export const ExitCode = { DONE: 0, FAILED: 1, UNUSABLE_INPUT: 2 } as const;

/** Says on standard error what went wrong and sets the exit code; standard output stays clean. */
export function fail(message: string, code: (typeof ExitCode)[keyof typeof ExitCode]): void {
  process.stderr.write(`lindung: ${message}\n`);
  process.exitCode = code;
}
