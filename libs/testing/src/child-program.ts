import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOOKS = fileURLToPath(new URL('../typescript-in-node.js', import.meta.url));

/**
 * Starts a TypeScript file of this repository as a process of its own, to be killed in the middle of its work.
 * Its output and errors appear among those of the specs; give it what it needs through `env`.
 * @param errors `pipe` for a spec that reads the errors itself
 */
export function startProgram(
  file: URL,
  env: Readonly<Record<string, string>> = {},
  errors: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  return spawn(process.execPath, ['--conditions=source', '--import', HOOKS, fileURLToPath(file)], {
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', errors, 'ipc'],
  });
}
