import type { Reform } from '#law';
import { readReform, UnreadableReform } from '#law/files';
import { ExitCode, fail } from './exit.js';
import type { Language } from './language.js';

/** A reform from a file; nothing once it was told, a line for each fault, why it cannot be read. */
export async function reformIn(path: string, language: Language): Promise<Reform | undefined> {
  try {
    return await readReform(path);
  } catch (error) {
    if (!(error instanceof UnreadableReform)) throw error;
    for (const line of error.in(language)) fail(line, ExitCode.UNUSABLE_INPUT);
    return undefined;
  }
}
