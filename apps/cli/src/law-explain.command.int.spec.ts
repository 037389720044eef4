import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCommand } from '../test/run-command.js';
import { ExitCode } from './exit.js';
import { explainCommand } from './law-explain.command.js';
import { rulesCommand } from './law-rules.command.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-explain-'));
});

afterEach(() => rm(directory, { recursive: true }));

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
    const { code, stdout } = await runCommand(explainCommand, path, '--lang', 'id');
    expect(code).toBe(ExitCode.DONE);
    expect(stdout).toMatch(/^first\nJKM {2}\(Versi aturan /);
    expect(stdout).toContain('\nsecond\nJKM');
    expect(stdout).toContain(
      '\n    24  Santunan berkala yang dibayar sekaligus [JKM_PERIODIC.months] sejak 2019-12-02',
    );
  });

  it('takes one request as it is, and gives JSON', async () => {
    const { code, stdout } = await runCommand(explainCommand, await file('one.json', DEATH), '--json');
    expect(code).toBe(ExitCode.DONE);
    const [{ explanation }] = JSON.parse(stdout) as [
      { explanation: { totalIdr: number; components: object[] } },
    ];
    expect(explanation.totalIdr).toBe(42_000_000);
    expect(explanation.components[0]).toMatchObject({
      because: { kind: 'PARAMETER', rule: 'JKM_DEATH', exact: '20000000' },
    });
  });

  it('explains under a reform, and says that it is not the law', async () => {
    const reform = await file('reform.json', { JKM_DEATH: { '2027-01-01': 25_000_000 } });
    const one = await file('one.json', DEATH);
    const { stdout } = await runCommand(explainCommand, one, '--reform', reform);
    expect(stdout).toContain('this is not the law');
    expect(stdout).toContain('25,000,000  Death benefit [JKM_DEATH] from 2027-01-01: Reform, proposed');
  });

  it('explains the other requests when one is impossible, and says which', async () => {
    const path = await file('two.json', [
      { id: 'bad', inputs: { calculator: 'JKM' } },
      { id: 'good', inputs: DEATH },
    ]);
    const { code, stdout, stderr } = await runCommand(explainCommand, path);
    expect(code).toBe(ExitCode.FAILED);
    expect(stdout).toContain('Rp42,000,000');
    expect(stderr).toContain('bad: MISSING_FIELD');
  });

  it.each([
    ['no JSON', '{', 'not JSON'],
    ['a rule of a reform that does not exist', { NO_RULE: { '2027-01-01': 1 } }, 'NO_RULE'],
  ])('refuses %s', async (_what, content, said) => {
    const bad = await file('bad.json', content);
    const asked = content === '{' ? [bad] : [await file('one.json', DEATH), '--reform', bad];
    const { code, stderr } = await runCommand(explainCommand, ...asked);
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
    expect(stderr).toContain(said);
  });
});

describe('lindung law rules', () => {
  it('lists the rules as they stand on a day', async () => {
    const { stdout } = await runCommand(rulesCommand, '--on', '2019-12-01', '--chapter', 'jkm');
    expect(stdout).toContain('JKM_DEATH: Death benefit: 16,200,000  (PP 44/2015, Art. 34, 2015-07-01)');
  });

  it('shows the history of one with links, sources and readers', async () => {
    const { stdout } = await runCommand(rulesCommand, 'JKM_DEATH', '--lang', 'id');
    expect(stdout).toContain('2015-07-01 – 2019-12-01\n  16,200,000');
    expect(stdout).toMatch(/PP 82\/2019: https:/);
    expect(stdout).toContain('Dibaca oleh: JKM');
  });

  it('shows of one only the version of a day', async () => {
    const { stdout } = await runCommand(rulesCommand, 'JKM_DEATH', '--on', '2019-12-02', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ versions: [{ from: '2019-12-02', value: 20_000_000 }] });
  });

  it.each([
    [['NO_SUCH_RULE'], ExitCode.FAILED, 'No rule has the id NO_SUCH_RULE'],
    [['--on', '2019-02-30'], ExitCode.UNUSABLE_INPUT, 'YYYY-MM-DD'],
    [['--search', 'nothing like this'], ExitCode.FAILED, 'No rule is like that'],
  ])('refuses %j', async (words, code, said) => {
    const ended = await runCommand(rulesCommand, ...words);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(said);
  });
});
