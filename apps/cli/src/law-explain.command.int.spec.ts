import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { ExitCode } from './exit.js';
import { explainCommand } from './law-explain.command.js';
import { rulesCommand } from './law-rules.command.js';

let directory: string;
let out: string;
let err: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-explain-'));
  out = '';
  err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.exitCode = ExitCode.DONE;
  await rm(directory, { recursive: true });
});

async function run(add: (command: Command) => void, ...words: readonly string[]): Promise<unknown> {
  const command = new Command('verb');
  add(command);
  await command.parseAsync(words, { from: 'user' });
  return process.exitCode ?? ExitCode.DONE;
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const DEATH = { calculator: 'JKM', segment: 'PU', deathDate: '2027-03-10' };

describe('lindung law explain', () => {
  it('writes the tree of each request in a file, in the language that is asked for', async () => {
    const path = await file('two.json', [
      { id: 'first', inputs: DEATH },
      { id: 'second', inputs: DEATH },
    ]);
    expect(await run(explainCommand, path, '--lang', 'id')).toBe(ExitCode.DONE);
    expect(out).toMatch(/^first\nJKM {2}\(Versi aturan /);
    expect(out).toContain('\nsecond\nJKM');
    expect(out).toContain(
      '\n    24  Santunan berkala yang dibayar sekaligus [JKM_PERIODIC.months] sejak 2019-12-02',
    );
  });

  it('takes one request as it is, and gives JSON', async () => {
    expect(await run(explainCommand, await file('one.json', DEATH), '--json')).toBe(ExitCode.DONE);
    const [{ explanation }] = JSON.parse(out) as [
      { explanation: { totalIdr: number; components: object[] } },
    ];
    expect(explanation.totalIdr).toBe(42_000_000);
    expect(explanation.components[0]).toMatchObject({
      because: { kind: 'PARAMETER', rule: 'JKM_DEATH', exact: '20000000' },
    });
  });

  it('explains under a reform, and says that it is not the law', async () => {
    const reform = await file('reform.json', { JKM_DEATH: { '2027-01-01': 25_000_000 } });
    await run(explainCommand, await file('one.json', DEATH), '--reform', reform);
    expect(out).toContain('this is not the law');
    expect(out).toContain('25,000,000  Death benefit [JKM_DEATH] from 2027-01-01: Reform, proposed');
  });

  it('explains the other requests when one is impossible, and says which', async () => {
    const path = await file('two.json', [
      { id: 'bad', inputs: { calculator: 'JKM' } },
      { id: 'good', inputs: DEATH },
    ]);
    expect(await run(explainCommand, path)).toBe(ExitCode.FAILED);
    expect(out).toContain('Rp42,000,000');
    expect(err).toContain('bad: MISSING_FIELD');
  });

  it.each([
    ['no JSON', '{', 'not JSON'],
    ['a rule of a reform that does not exist', { NO_RULE: { '2027-01-01': 1 } }, 'NO_RULE'],
  ])('refuses %s', async (_what, content, said) => {
    const bad = await file('bad.json', content);
    const asked = content === '{' ? [bad] : [await file('one.json', DEATH), '--reform', bad];
    expect(await run(explainCommand, ...asked)).toBe(ExitCode.UNUSABLE_INPUT);
    expect(err).toContain(said);
  });
});

describe('lindung law rules', () => {
  it('lists the rules as they stand on a day', async () => {
    await run(rulesCommand, '--on', '2019-12-01', '--chapter', 'jkm');
    expect(out).toContain('JKM_DEATH: Death benefit: 16,200,000  (PP 44/2015, Art. 34, 2015-07-01)');
  });

  it('shows the history of one with links, sources and readers', async () => {
    await run(rulesCommand, 'JKM_DEATH', '--lang', 'id');
    expect(out).toContain('2015-07-01 – 2019-12-01\n  16,200,000');
    expect(out).toMatch(/PP 82\/2019: https:/);
    expect(out).toContain('Dibaca oleh: JKM');
  });

  it('shows of one only the version of a day', async () => {
    await run(rulesCommand, 'JKM_DEATH', '--on', '2019-12-02', '--json');
    expect(JSON.parse(out)).toMatchObject({ versions: [{ from: '2019-12-02', value: 20_000_000 }] });
  });

  it.each([
    [['NO_SUCH_RULE'], ExitCode.FAILED, 'No rule has the id NO_SUCH_RULE'],
    [['--on', '2019-02-30'], ExitCode.UNUSABLE_INPUT, 'YYYY-MM-DD'],
    [['--search', 'nothing like this'], ExitCode.FAILED, 'No rule is like that'],
  ])('refuses %j', async (words, code, said) => {
    expect(await run(rulesCommand, ...words)).toBe(code);
    expect(err).toContain(said);
  });
});
