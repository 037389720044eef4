import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * In a process of its own: one that opens and closes a file of SQLite by itself loses its locks on it. Files that vanish
 * meanwhile are passed over.
 */
const SEARCH = `
  const { readdirSync, readFileSync } = require('node:fs');
  const [folder] = process.argv.slice(1);
  const wanted = JSON.parse(readFileSync(0, 'utf8')).map((text) => Buffer.from(text, 'base64'));
  const counts = wanted.map(() => 0);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    let bytes;
    try {
      bytes = readFileSync(entry.parentPath + '/' + entry.name);
    } catch (error) {
      if (error.code === 'ENOENT') continue;
      throw error;
    }
    wanted.forEach((text, at) => { if (bytes.includes(text)) counts[at]++; });
  }
  process.stdout.write(JSON.stringify(counts));`;

/** In how many files below a folder each of these stands, byte by byte: also in what programs that run there have open. */
export async function filesHolding(folder: string, wanted: readonly Buffer[]): Promise<number[]> {
  const running = promisify(execFile)(process.execPath, ['-e', SEARCH, folder]);
  running.child.stdin?.end(JSON.stringify(wanted.map((text) => text.toString('base64'))));
  return JSON.parse((await running).stdout) as number[];
}
