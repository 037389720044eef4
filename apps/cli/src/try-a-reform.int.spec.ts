import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';

const PAGE = join(import.meta.dirname, '../../../docs/how-to/try-a-reform.md');

/** The blocks of the page in their order: `csv`, `json`, `sh`, or nothing for what is printed. */
const BLOCKS = [...readFileSync(PAGE, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', text = '']) => ({ kind, text }),
);

/** What a reader does one after the other, with what the page says is printed last. */
const STEPS = BLOCKS.flatMap(({ kind, text }, at) =>
  kind === 'sh' ? [{ commands: text, printed: BLOCKS[at + 1]?.kind === '' ? BLOCKS[at + 1]!.text : '' }] : [],
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'try-a-reform-'));
  writeFileSync(join(folder, 'reform.csv'), BLOCKS.find(({ kind }) => kind === 'csv')!.text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FILE = /^\w+\.(csv|json)$/;

/** Runs the commands of a block, files being in the folder; what the one with the printed answer wrote. */
async function follow(commands: string): Promise<string[]> {
  for (const [, text, name] of commands.matchAll(/^echo '([\s\S]*?)' > (\S+)$/gm)) {
    writeFileSync(join(folder, name!), text!);
  }
  const written: string[] = [];
  for (const [, line] of commands.replaceAll('\\\n', '').matchAll(/^npm run --silent lindung -- (.*)$/gm)) {
    const words = line!.split(/\s+/).map((word) => (FILE.test(word) ? join(folder, word) : word));
    const { code, stdout, stderr } = await lindung(words);
    if (code !== 0) throw new Error(`${line} ended with ${code}: ${stderr}`);
    written.push(stdout);
  }
  return written;
}

/** The lines that the page prints and the program does not: `…` stands for the rest of a line, alone for any number of lines. */
function notPrinted(printed: string, stdout: string): string[] {
  const missing: string[] = [];
  let [rest, isAnywhere] = [stdout.split('\n'), false];
  for (const line of printed.trimEnd().split('\n')) {
    if (line === '…') {
      isAnywhere = true;
      continue;
    }
    const at = (isAnywhere ? rest : rest.slice(0, 1)).findIndex((is) => isMeant(line, is));
    if (at < 0) missing.push(line);
    else rest = rest.slice(at + 1);
    isAnywhere = false;
  }
  return missing;
}

function isMeant(line: string, is: string): boolean {
  const [start, ...others] = line.split('…');
  return others.length === 0
    ? is === line
    : is.startsWith(start!) && others.every((part) => is.includes(part));
}

describe('how to try a reform', () => {
  it('has the steps that are followed here', () => {
    expect(STEPS.map(({ printed }) => printed !== '')).toEqual([true, true, true, true]);
  });

  it.each(STEPS)('prints what the page says: $commands', async ({ commands, printed }) => {
    const [first] = await follow(commands);
    expect(notPrinted(printed, first!)).toEqual([]);
  });
});
