import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Kept beside the jars of Kafka: getting a package takes longer than the spec that needs it. */
const CACHE = join(import.meta.dirname, '../../.data/python');

/** Whether there is a Python that can import a package, and if not, why. */
export type PythonAnswer =
  | { readonly available: true; readonly interpreter: string }
  | { readonly available: false; readonly reason: string };

/**
 * A Python with a package from PyPI, in an environment of its own that is made once. Nothing is a reason to fail: who has no Python, or
 * no way to PyPI, skips what needs it and is told why.
 */
export async function pythonWith(distribution: string, version: string): Promise<PythonAnswer> {
  const wanted = `${distribution}==${version}`;
  const folder = join(CACHE, wanted);
  const interpreter = join(folder, 'bin/python');
  const module = distribution.replaceAll('-', '_');
  try {
    if (!existsSync(interpreter)) {
      await mkdir(CACHE, { recursive: true });
      await run('python3', ['-m', 'venv', folder], { timeout: 60_000 });
      await run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wanted], {
        timeout: 60_000,
      });
    }
    await run(interpreter, ['-c', `import ${module}`], { timeout: 30_000 });
    return { available: true, interpreter };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const { stderr = '', message } = error as Error & { stderr?: string };
    return { available: false, reason: stderr.trim().split('\n').at(-1) || message };
  }
}
