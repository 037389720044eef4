import { ReadModelBusy, ReadModelNotThere } from '#followers';
import { ExitCode, fail } from './exit.js';

/** Says why a read model cannot be verified or rebuilt now. Whatever else happened is thrown on. */
export function notTaken(error: unknown): void {
  if (error instanceof ReadModelBusy) {
    const { readModel } = error;
    return fail(
      `${readModel} is being verified or rebuilt by somebody else: wait until that has ended / ${readModel} sedang diperiksa atau dibangun ulang oleh orang lain: tunggu sampai selesai`,
      ExitCode.FAILED,
    );
  }
  if (!(error instanceof ReadModelNotThere)) throw error;
  fail(`${error.message}: nobody has followed the log into it yet`, ExitCode.FAILED);
}
