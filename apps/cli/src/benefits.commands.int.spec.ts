import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ended, runCommand } from '../test/run-command.js';
import { addBenefitsCommands } from './benefits.commands.js';
import { ExitCode } from './exit.js';

const FINE = { calculator: 'LATE_FINE', contributionDue: 10_000_000, monthsLate: 2, period: '2024-05' };

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-cli-'));
});

afterEach(() => rm(directory, { recursive: true }));

async function benefits(input: string, ...words: readonly string[]): Promise<Ended> {
  const file = join(directory, 'input.json');
  await writeFile(file, input);
  return runCommand(addBenefitsCommands, ...words, '--file', file);
}

describe('lindung benefits calculate', () => {
  it('prints each entry with its components, law, article and arithmetic, in the same order', async () => {
    const { stdout, stderr } = await benefits(
      JSON.stringify([
        { id: 'b', inputs: FINE },
        { id: 'a', inputs: FINE },
      ]),
      'calculate',
    );
    const fine = {
      code: 'EMPLOYER_FINE',
      amountIdr: 400_000,
      law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
      article: 'Art. 22 (from memory)',
      arithmetic: '2% × 10,000,000 × 2 = 400,000',
    };
    expect(JSON.parse(stdout)).toEqual([
      { id: 'b', components: [fine], totalIdr: 400_000 },
      { id: 'a', components: [fine], totalIdr: 400_000 },
    ]);
    expect(stderr).toBe('');
  });

  it('answers an impossible entry with its error and still computes the others', async () => {
    const entries = [
      { id: 1, inputs: { ...FINE, contributionDue: -1 } },
      { id: 2, inputs: FINE },
      { id: 3 },
      'not an entry',
    ];
    const { code, stdout } = await benefits(JSON.stringify(entries), 'calculate');
    expect(code).toBe(ExitCode.DONE);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 1, error: { code: 'NEGATIVE_AMOUNT', detail: 'contributionDue must not be negative' } },
      { id: 2, totalIdr: 400_000 },
      { id: 3, error: { code: 'NOT_AN_ENTRY' } },
      { id: null, error: { code: 'NOT_AN_ENTRY' } },
    ]);
  });

  it('tells which facts of an entry played no part', async () => {
    const { stdout } = await benefits(
      JSON.stringify([{ id: 1, inputs: { ...FINE, months: 3 } }]),
      'calculate',
    );
    expect(JSON.parse(stdout)).toMatchObject([{ totalIdr: 400_000, ignoredFields: ['months'] }]);
  });

  it('adds explanations when asked for everything', async () => {
    const { stdout } = await benefits(JSON.stringify([{ id: 1, inputs: FINE }]), 'calculate', '--full');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ruleSetVersion: '2023-10-01/2',
        components: [{ explanation: { id: expect.stringContaining('Denda') } }],
      },
    ]);
  });

  it.each([
    ['{bad', 'The input is not JSON'],
    ['', 'The input is not JSON'],
    ['{}', 'Expected a JSON array'],
    ['[{ "id": 1, "inputs": { "period": "2025-01", "period": "2025-02" } }]', '"period" stands twice'],
  ])('says of %p what is wrong and prints nothing', async (input, message) => {
    const { stderr, ...answer } = await benefits(input, 'calculate');
    expect(answer).toEqual({ code: ExitCode.UNUSABLE_INPUT, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('lindung benefits explain', () => {
  it.each([
    ['en', 'Fine for late contributions: Rp400,000', 'Total: Rp400,000'],
    ['id', 'Denda keterlambatan iuran: Rp400,000', 'Jumlah: Rp400,000'],
  ])('speaks %s', async (language, component, total) => {
    const entries = JSON.stringify([{ id: 'X', inputs: FINE }]);
    const { stdout } = await benefits(entries, 'explain', '--id', 'X', '--lang', language);
    expect(stdout).toContain(component);
    expect(stdout).toContain(total);
  });

  it.each([
    [
      'en',
      'Paid to: the employer',
      'Care that is not for JKK to bear: Rp8,000,000',
      'loanLimitIdr: 200,000,000',
    ],
    ['id', 'Dibayar kepada: pemberi kerja', 'bukan beban JKK: Rp8,000,000', 'loanLimitIdr: 200,000,000'],
  ])('tells in %s who is paid, what others bear and how much a bank may lend', async (language, ...said) => {
    const entries = [
      {
        calculator: 'JKK_STMB',
        segment: 'PU',
        accidentDate: '2025-06-02',
        monthlyWage: 3_000_000,
        incapacityDays: 30,
      },
      {
        calculator: 'SUSPECTED_CASE',
        accidentDate: '2025-03-03',
        stageIReceived: '2025-03-04',
        concludedOn: '2025-03-24',
        conclusion: 'NOT_WORK_ACCIDENT',
        medicalCost: 8_000_000,
      },
      { calculator: 'MLT', kind: 'PRP', applicationDate: '2025-01-01', membershipMonths: 12 },
    ].map((inputs, id) => ({ id, inputs }));
    for (const [id, line] of said.entries()) {
      const asked = ['explain', '--id', String(id), '--lang', language];
      const { stdout } = await benefits(JSON.stringify(entries), ...asked);
      expect(stdout).toContain(line);
    }
  });

  it.each([
    ['en', 'Decision: NOT_EXPIRED (the right has not lapsed)\nlastDayToClaim: 2030-03-01'],
    ['id', 'Keputusan: NOT_EXPIRED (hak belum gugur)\nlastDayToClaim: 2030-03-01'],
  ])('puts in %s into words a decision that has no component', async (language, line) => {
    const inputs = { calculator: 'EXPIRY', accidentDate: '2025-03-01', claimDate: '2026-01-01' };
    const entries = JSON.stringify([{ id: 'X', inputs }]);
    const { stdout } = await benefits(entries, 'explain', '--id', 'X', '--lang', language);
    expect(stdout).toContain(line);
  });

  it('says when there is no such entry, or it is impossible', async () => {
    expect(await benefits('[]', 'explain', '--id', 'X')).toMatchObject({
      code: ExitCode.FAILED,
      stderr: expect.stringContaining('There is no entry with the id X'),
    });
    const impossible = JSON.stringify([{ id: 'X', inputs: {} }]);
    expect(await benefits(impossible, 'explain', '--id', 'X')).toMatchObject({
      stderr: expect.stringContaining('X: MISSING_FIELD: calculator is needed'),
    });
  });
});

describe('lindung benefits under a reform', () => {
  const fine = JSON.stringify([{ id: 'a', inputs: FINE }]);

  async function reformed(reform: object, ...words: readonly string[]): Promise<Ended> {
    const file = join(directory, 'reform.json');
    await writeFile(file, JSON.stringify(reform));
    return benefits(fine, ...words, '--reform', file);
  }

  it('computes as if it were the law, and says so', async () => {
    const reform = { EMPLOYER_FINE: { '2024-05-01': 3 } };
    const { stdout } = await reformed(reform, 'calculate', '--full');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ruleSetVersion: expect.stringMatching(/\+reform$/),
        totalIdr: 600_000,
        components: [{ law: 'Reform', arithmetic: '3% × 10,000,000 × 2 = 600,000' }],
      },
    ]);
  });

  it('explains what came of it', async () => {
    const reform = { EMPLOYER_FINE: { '2024-05-01': 3 } };
    const { stdout } = await reformed(reform, 'explain', '--id', 'a');
    expect(stdout).toContain('Rp600,000 (3% × 10,000,000 × 2 = 600,000). Basis: Reform, proposed.');
  });

  it('computes nothing when it cannot be applied', async () => {
    const { stderr, ...answer } = await reformed({ EMPLOYER_FIN: { '2024-05-01': 3 } }, 'calculate');
    expect(answer).toEqual({ code: ExitCode.UNUSABLE_INPUT, stdout: '' });
    expect(stderr).toContain('EMPLOYER_FIN: there is no such rule; did you mean EMPLOYER_FINE?');
  });
});
