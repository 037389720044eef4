import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';

/** Generated files by path from the root of the repository, where generators run. */
export type GeneratedFiles = Readonly<Record<string, string>>;

/**
 * Writes the files, or with `--check` only says which of them are stale and fails.
 * @param whole a folder in which nothing else may be
 */
export async function writeOrCheck(files: GeneratedFiles, command: string, whole?: string): Promise<void> {
  const formatted = await formattedFiles(files);
  const superfluous = whole ? await othersIn(whole, formatted) : [];
  if (process.argv.includes('--check')) {
    const stale = [...(await staleOf(formatted)), ...superfluous];
    for (const path of stale) process.stderr.write(`${path} is stale: run npm run ${command}\n`);
    if (stale.length > 0) process.exitCode = 1;
    return;
  }
  for (const [path, text] of formatted) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  for (const path of superfluous) await rm(path);
}

async function formattedFiles(files: GeneratedFiles): Promise<Map<string, string>> {
  const formatted = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const { inferredParser } = await getFileInfo(path);
    const written = inferredParser
      ? await format(text, { ...(await resolveConfig(path)), filepath: path })
      : text;
    formatted.set(path, written);
  }
  return formatted;
}

async function staleOf(files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) {
    if ((await contentOf(path)) !== text) stale.push(path);
  }
  return stale;
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function othersIn(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name)).filter((path) => !files.has(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
