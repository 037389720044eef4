import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL('./go/', import.meta.url));

/**
 * Why implementations that are not ours cannot be asked here; undefined when they can. They are written in Go: `.ci/run` fetches
 * their modules.
 * @throws under `CI=true` when they cannot
 */
export async function whyNoGo(): Promise<string | undefined> {
  try {
    // Offline: what is not in the cache of modules is not fetched while specs run.
    await run('go', ['build', '-o', '/dev/null', '.'], {
      cwd: FOLDER,
      env: { ...process.env, GOPROXY: 'off' },
    });
    return undefined;
  } catch (error) {
    const reason = ((error as { stderr?: string }).stderr || (error as Error).message).trim();
    if (process.env.CI === 'true') throw new Error(`Go is needed here: ${reason}`, { cause: error });
    process.stdout.write(`No Go, so no other implementation checks the tree: ${reason}\n`);
    return reason;
  }
}

/** What Tessera's fsck and Go's own trees say of a folder with a tree, proofs and what witnesses were asked. @throws what is wrong */
export async function checkedByGo(folder: string, logKey: string, witnessKey: string): Promise<string> {
  const { stdout } = await run('go', ['run', '.', folder, logKey, witnessKey], {
    cwd: FOLDER,
    env: { ...process.env, GOPROXY: 'off' },
  });
  return stdout.trim();
}
