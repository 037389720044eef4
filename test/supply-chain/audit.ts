import { spawnSync } from 'node:child_process';

/**
 * Asks the registry what is known against the packages that are shipped, and whether the packages that are installed here were signed by it:
 * `npm run audit`. It fails on what is found. A registry that does not answer finds nothing: then it says so, and passes, since
 * a build must not depend on that.
 */
const CHECKS: readonly Check[] = [
  {
    name: 'known vulnerabilities',
    args: ['audit', '--omit=dev', '--json'],
    found: ({ vulnerabilities }) =>
      vulnerabilities && Object.values(vulnerabilities).map(({ name, severity }) => `${name}: ${severity}`),
  },
  {
    name: 'signatures of packages',
    args: ['audit', 'signatures', '--json'],
    found: ({ invalid, missing = [] }) =>
      invalid &&
      [...invalid, ...missing].map(({ name, version, code = 'not signed' }) => `${name} ${version}: ${code}`),
  },
];

interface Signed {
  readonly name: string;
  readonly version: string;
  readonly code?: string;
}

/** What npm prints as JSON. */
interface Answer {
  readonly vulnerabilities?: Readonly<Record<string, { readonly name: string; readonly severity: string }>>;
  readonly invalid?: readonly Signed[];
  readonly missing?: readonly Signed[];
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

interface Check {
  readonly name: string;
  readonly args: readonly string[];
  /** What npm found; undefined where it could not look. */
  readonly found: (answer: Answer) => readonly string[] | undefined;
}

/** A registry that takes longer is not waited for, milliseconds. */
const PATIENCE_MS = 120_000;

for (const { name, args, found } of CHECKS) {
  const answer = ask(args);
  const findings = answer && found(answer);
  if (!findings) {
    say(`audit: ${name}: NOT CHECKED: ${whyNot(answer)}`);
  } else if (findings.length === 0) {
    say(`audit: ${name}: nothing found`);
  } else {
    say(`audit: ${name}: ${findings.length} found\n${findings.map((one) => `  ${one}`).join('\n')}`);
    process.exitCode = 1;
  }
}

function ask(args: readonly string[]): Answer | undefined {
  const quick = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];
  const { stdout } = spawnSync('npm', [...args, ...quick], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return undefined;
  }
}

function whyNot(answer: Answer | undefined): string {
  if (!answer) return 'the registry did not answer in time';
  return answer.message ?? (answer.error?.summary || 'the registry did not answer');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
