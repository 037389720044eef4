import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dockerAvailable } from '#testing/containers';

/**
 * Tries Lindung against the servers of production: `npm run test:containers`. Where there is no Docker nothing is run and
 * nothing counts as passed; that is said, and it is no failure.
 */
const docker = await dockerAvailable();
if (!docker.available) {
  process.stdout.write(`test:containers: not run, there is no container runtime here (${docker.reason})\n`);
} else {
  const jest = spawn(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--config=test/containers/jest.config.js', '--runInBand'],
    { stdio: 'inherit', env: { ...process.env, LINDUNG_TEST_CONTAINERS: '1' } },
  );
  const [code] = (await once(jest, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
