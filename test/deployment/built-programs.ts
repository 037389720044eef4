import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileIn } from './compose.js';

/** What Node is told: by the image, or by `npm start`. */
function flagsOf(app: string): string[] {
  const [, entry = '[]'] = /^ENTRYPOINT (.*)$/m.exec(fileIn('infra/docker/Dockerfile')) ?? [];
  const image = JSON.parse(entry) as string[];
  const { scripts } = JSON.parse(fileIn('package.json')) as { scripts: { start: string } };
  const words = app === 'standalone' ? scripts.start.split(' ') : image;
  return words.filter((word) => word.startsWith('--') && word !== '--silent');
}

const ROOT = join(import.meta.dirname, '../..');

/** The programs as the image has them: built, and run by Node alone. */
export interface BuiltPrograms {
  /** Starts one with these settings only. Its errors appear among those of the specs. */
  start(app: string, env: Readonly<Record<string, string>>, args?: readonly string[]): ChildProcess;
  remove(): Promise<void>;
}

/** Builds them into a folder of their own: what lies in `dist` may be older, or being written. */
export async function buildPrograms(): Promise<BuiltPrograms> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-built-'));
  await promisify(execFile)(
    process.execPath,
    [
      'node_modules/@swc/cli/bin/swc.js',
      'apps',
      'libs',
      '--out-dir',
      join(folder, 'dist'),
      '--config-file',
      '.swcrc',
      '--quiet',
    ],
    { cwd: ROOT },
  );
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    start: (app, env, args = []) =>
      spawn(process.execPath, [...flagsOf(app), join(folder, 'dist/apps', app, 'src/main.js'), ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}
