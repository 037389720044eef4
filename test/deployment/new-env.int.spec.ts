import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { envFile, fileIn } from './compose.js';

const SCRIPT = fileURLToPath(new URL('../../infra/docker/new-env.sh', import.meta.url));

describe('infra/docker/new-env.sh', () => {
  it('puts a secret of its own in place of each placeholder and leaves everything else as it is', () => {
    const example = envFile(fileIn('.env.example'));
    const [one, another] = [
      envFile(execFileSync(SCRIPT, { encoding: 'utf8' })),
      envFile(execFileSync(SCRIPT, { encoding: 'utf8' })),
    ];
    expect(Object.keys(one)).toEqual(Object.keys(example));
    const secrets = Object.keys(example).filter((variable) => one[variable] !== example[variable]);
    expect(secrets).toEqual(
      Object.keys(example).filter((variable) => /PASSWORD|SECRET|MASTER_KEY|TOKEN/.test(variable)),
    );
    const made = secrets.flatMap((variable) => [one[variable]!, another[variable]!]);
    expect(new Set(made).size).toBe(2 * secrets.length);
    for (const secret of made) expect(Buffer.from(secret, 'base64')).toHaveLength(32);
  });
});
