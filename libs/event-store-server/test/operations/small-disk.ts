import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

/** A file system of its own, small enough to be filled. */
export interface SmallDisk {
  readonly directory: string;
  /** Lets it be written to, or not. Nothing may have a file open for writing when that is forbidden. */
  setWritable(writable: boolean): void;
  remove(): void;
}

/** Why no file system can be mounted here, if it cannot. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'a small file system is only made on Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a small file system';
  const mounted = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return mounted.status === 0 ? undefined : 'this machine does not let root mount a file system';
}

/** Mounts a file system in memory. */
export function mountSmallDisk(directory: string, mebibytes: number): SmallDisk {
  mkdirSync(directory);
  run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', directory);
  return {
    directory,
    setWritable: (writable) => run('mount', '-o', `remount,${writable ? 'rw' : 'ro'}`, directory),
    remove: () => {
      run('umount', directory);
      rmSync(directory, { recursive: true });
    },
  };
}

function run(program: string, ...words: string[]): void {
  const { status, stderr } = spawnSync(program, words);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${String(stderr)}`);
}
