/** What the shell is told: 0 done, 1 failed or nothing found, 2 unusable input. */
export const ExitCode = { DONE: 0, FAILED: 1, UNUSABLE_INPUT: 2 } as const;

/** How a command ends that cannot be read as it was typed, or of which only the help was asked for. */
export const exitCodeOf = ({ exitCode }: { readonly exitCode: number }) =>
  exitCode === 0 ? ExitCode.DONE : ExitCode.UNUSABLE_INPUT;

/** Says on standard error what went wrong and sets the exit code; standard output stays clean. */
export function fail(message: string, code: (typeof ExitCode)[keyof typeof ExitCode]): void {
  process.stderr.write(`lindung: ${message}\n`);
  process.exitCode = code;
}
