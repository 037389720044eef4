import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Files of a certificate for 127.0.0.1 and localhost, signed by an authority of its own. Only ever for specs. */
export interface TestCertificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Why certificates cannot be made here, if they cannot. */
export function whyNoCertificates(): string | undefined {
  const version = /^OpenSSL (\d+)/.exec(String(spawnSync('openssl', ['version']).stdout))?.[1];
  return Number(version) >= 3 ? undefined : 'there is no OpenSSL 3 to make certificates';
}

/** Makes certificates in a directory that exists. */
export function makeCertificates(directory: string): TestCertificates {
  const openssl = (words: string) =>
    execFileSync('openssl', words.split(' '), { cwd: directory, stdio: 'pipe' });
  const make = 'req -x509 -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  openssl(`${make} -keyout ca.key -out ca.crt -subj /CN=test-only`);
  const names =
    '-addext subjectAltName=IP:127.0.0.1,DNS:localhost -addext basicConstraints=critical,CA:FALSE';
  openssl(`${make} -keyout node.key -out node.crt -subj /CN=localhost -CA ca.crt -CAkey ca.key ${names}`);
  return {
    ca: join(directory, 'ca.crt'),
    cert: join(directory, 'node.crt'),
    key: join(directory, 'node.key'),
  };
}
