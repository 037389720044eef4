/** Runs a command; a failure is told on standard error and by exit code 1. */
export async function run(action: () => void | Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** A line of the result. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** How far a long command has got, on standard error so that the result stays clean. */
export function tellProgress(done: number, total: number): void {
  process.stderr.write(`verified up to position ${done} of ${total}\n`);
}
