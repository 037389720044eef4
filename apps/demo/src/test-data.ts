import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reads a file of `test/data`, wherever in the repository this program was built to. */
export function readTestData(name: string): Uint8Array<ArrayBuffer> {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'test', 'data', name);
    if (existsSync(file)) return new Uint8Array(readFileSync(file));
  }
  throw new Error(`There is no test/data/${name}`);
}
