import { jest } from '@jest/globals';
import { Command, CommanderError } from 'commander';
import { ExitCode, exitCodeOf, failWith, isFileTrouble } from '../src/exit.js';

/** What a command left behind. */
export interface Ended {
  readonly code: typeof process.exitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one verb of `lindung` to its end in this process: much quicker than the program, and it ends as the program would. */
export async function runCommand(
  add: (command: Command) => void,
  ...words: readonly string[]
): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const written = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true)),
  ];
  process.exitCode = ExitCode.DONE;
  try {
    const command = new Command('verb').exitOverride();
    add(command);
    await command.parseAsync(words, { from: 'user' });
    return { code: process.exitCode, stdout, stderr };
  } catch (error) {
    if (error instanceof CommanderError) return { code: exitCodeOf(error), stdout, stderr };
    if (!isFileTrouble(error)) throw error;
    failWith(error);
    return { code: process.exitCode, stdout, stderr };
  } finally {
    process.exitCode = ExitCode.DONE;
    for (const stream of written) stream.mockRestore();
  }
}
