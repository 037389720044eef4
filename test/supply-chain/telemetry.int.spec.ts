import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const SCARF = createRequire(createRequire(import.meta.url).resolve('swagger-ui-dist')).resolve(
  '@scarf/scarf/report.js',
);

/**
 * swagger-ui-dist brings a package that reports each installation to its maker. npm 11 does not run it (`allowScripts`); where
 * another npm does, it reads that it is to send nothing.
 */
describe('the package that tells its maker who installs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-npm-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('sends nothing when its script is run, because package.json says so', () => {
    const root = join(import.meta.dirname, '../..');
    // The script waits three seconds for what npm says, and a slow machine needs longer: npm says it before.
    const said = execFileSync('npm', ['ls', '@scarf/scarf', '--json', '--long'], { cwd: root });
    writeFileSync(join(folder, 'said.json'), said);
    writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat '${join(folder, 'said.json')}'\n`, { mode: 0o755 });
    const { stdout, stderr } = spawnSync(process.execPath, [SCARF], {
      encoding: 'utf8',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HOME: process.env.HOME,
        INIT_CWD: root,
        SCARF_VERBOSE: 'true',
        // What it would send goes nowhere: nobody listens on this port.
        SCARF_LOCAL_PORT: '1',
      },
    });
    expect(`${stdout}${stderr}`).toContain('Scarf has been disabled via a package.json');
  });
});
