import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SCARF = createRequire(createRequire(import.meta.url).resolve('swagger-ui-dist')).resolve(
  '@scarf/scarf/report.js',
);

/**
 * swagger-ui-dist brings a package that reports each installation to its maker. npm 11 does not run it (`allowScripts`); where
 * another npm does, it reads that it is to send nothing.
 */
describe('the package that tells its maker who installs it', () => {
  it('sends nothing when its script is run, because package.json says so', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [SCARF], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        INIT_CWD: join(import.meta.dirname, '../..'),
        SCARF_VERBOSE: 'true',
        // What it would send goes nowhere: nobody listens on this port.
        SCARF_LOCAL_PORT: '1',
      },
    });
    expect(`${stdout}${stderr}`).toContain('Scarf has been disabled via a package.json');
  });
});
