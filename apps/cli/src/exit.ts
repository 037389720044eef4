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

/** What the operating system says of files, in words. */
const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder / berkas atau folder ini tidak ada',
  EISDIR: 'a folder is there, not a file / di situ ada folder, bukan berkas',
  ENOTDIR: 'a file is there, not a folder / di situ ada berkas, bukan folder',
  EACCES: 'you may not open it / Anda tidak boleh membukanya',
  EPERM: 'you may not do that with it / Anda tidak boleh melakukan itu dengannya',
};

/** Whether a file was named that cannot be read or written: the shell is told that as of other input. */
export const isFileTrouble = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && Object.hasOwn(FILE_TROUBLE, (error as NodeJS.ErrnoException).code ?? '');

/** Says why a command did not come to its end, and sets the exit code. */
export function failWith(error: unknown): void {
  if (isFileTrouble(error)) {
    const { code = '', path } = error;
    fail(`${path === undefined ? '' : `${path}: `}${FILE_TROUBLE[code]}`, ExitCode.UNUSABLE_INPUT);
  } else fail(error instanceof Error ? error.message : String(error), ExitCode.FAILED);
}
