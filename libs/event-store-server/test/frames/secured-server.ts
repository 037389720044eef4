import { join } from 'node:path';
import { lindung } from '../operations/program.js';
import { makeCertificates } from '../operations/test-certificates.js';
import type { SecuredServer } from './run-fuzz.js';

const PASSWORD = 'a secret of some length';

/** Makes certificates and one user, an administrator, in a directory that exists. */
export async function securedServer(directory: string): Promise<SecuredServer> {
  const { ca, cert, key } = makeCertificates(directory);
  const users = join(directory, 'users.json');
  const { code, stderr } = await lindung(
    ['store', 'user', 'add', 'odd', '--group', '$admins', '--users', users],
    `${PASSWORD}\n`,
  );
  if (code !== 0) throw new Error(stderr);
  return {
    ca,
    words: ['--cert', cert, '--key', key, '--users', users],
    credentials: `Basic ${Buffer.from(`odd:${PASSWORD}`).toString('base64')}`,
  };
}
