import { ApiRefused } from '#audit';
import { ExitCode, fail } from './exit.js';

/** Asks the API as whoever LINDUNG_TOKEN is of; what it refuses is told. */
export async function useApi(work: (token: string) => Promise<void>): Promise<void> {
  const { LINDUNG_TOKEN: token } = process.env;
  if (!token)
    return fail(
      'LINDUNG_TOKEN is needed: the token of whoever asks / token penanya',
      ExitCode.UNUSABLE_INPUT,
    );
  try {
    await work(token);
  } catch (error) {
    if (!(error instanceof ApiRefused)) throw error;
    fail(error.message, ExitCode.FAILED);
  }
}

/** A path of the API, wherever that is. */
export const inApi = (api: string, path: string): string => `${api.replace(/\/$/, '')}${path}`;
