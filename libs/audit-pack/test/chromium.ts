import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium of this machine: `CONSOLE_BROWSER`, or what is on the path. `.ci/run` installs it. Undefined where there is none, which is
 * said.
 * @throws under `CI=true` when there is none
 */
export function chromiumHere(): string | undefined {
  const { CONSOLE_BROWSER, PATH = '', CI } = process.env;
  if (CONSOLE_BROWSER) return CONSOLE_BROWSER;
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = places.find(isExecutable);
  if (found !== undefined) return found;
  const reason = `none of ${NAMES.join(', ')} is on the path, and CONSOLE_BROWSER names none`;
  if (CI === 'true') throw new Error(`Chromium is needed here: ${reason}`);
  process.stdout.write(`No Chromium, so the page that checks packs is not opened in one: ${reason}\n`);
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
