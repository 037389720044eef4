import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

/** Names of files in a directory that belongs to one spec file and is gone after it. */
export function scratch(): (name: string) => string {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'event-store-spec-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return (name) => join(directory, name);
}
