import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { period, periodsFrom } from '#kernel';
import { calculate } from '#law';
import { simulate } from './run.js';

const MONTHS = periodsFrom(period('2025-01'), 18);
const DAY = '2025-06-30';

/** A line about an event, and what a claims officer asks about it. */
const EVENTS: readonly (readonly [cells: string, request: Readonly<Record<string, unknown>>])[] = [
  [
    'PU,Setu,6000000,DEATH,5,40,,2,,,,,,,',
    { calculator: 'JKM', segment: 'PU', deathDate: DAY, consecutivePaidMonths: 40, employers: 2 },
  ],
  [
    'BPU,Setu,1000000,DEATH,5,2,,,,,,,,,',
    { calculator: 'JKM', segment: 'BPU', deathDate: DAY, consecutivePaidMonths: 2 },
  ],
  ['JAKON,Setu,300000,ACCIDENT_DEATH,5,,,,,,,,,,', { calculator: 'JKK_DEATH', monthlyWage: 300_000 }],
  ['PU,Setu,4500001,TOTAL_DISABILITY,5,,,,,,,,,,', { calculator: 'JKK_TOTAL_PERMANENT' }],
  [
    'NON_ASN,Setu,4500001,PARTIAL_DISABILITY,5,,,,"[{""item"":""JARI_LAIN_TANGAN"",""side"":""LEFT""},{""item"":""PENCIUMAN""}]",,,,,,',
    {
      calculator: 'JKK_PARTIAL',
      injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'LEFT' }, { item: 'PENCIUMAN' }],
    },
  ],
  [
    'PU,Setu,4500001,INCAPACITY,5,,,,,13,17,,,,',
    { calculator: 'JKK_STMB', incapacityMonths: 13, incapacityDays: 17 },
  ],
  [
    'BPU,Setu,0,INCAPACITY,5,,,,,,20,,,,',
    { calculator: 'JKK_STMB', segment: 'BPU', declaredIncome: 0, incapacityDays: 20 },
  ],
  [
    'PMI,Setu,0,SAVINGS,5,,,,,,,12345678,,,',
    { calculator: 'JHT_FULL', reason: 'RETIREMENT_AGE', balance: 12_345_678, claimDate: DAY },
  ],
  [
    'PU,Setu,7000003,PENSION,5,100,125,,,,,9000000,WIDOW,,',
    { calculator: 'JP_MONTHLY', kind: 'WIDOW', contributionMonths: 100, membershipMonths: 125 },
  ],
  [
    'PU,Setu,7000003,PENSION,5,100,,,,,,9000000,OLD_AGE,,',
    { calculator: 'JP_MONTHLY', kind: 'OLD_AGE', contributionMonths: 100, balance: 9_000_000 },
  ],
  [
    'PU,Setu,7000003,JOB_LOSS,5,,,,,,,,,4,',
    { calculator: 'JKP', terminationDate: DAY, lastReportedWage: 7_000_003, months: 4 },
  ],
  [
    'BPU,Setu,0,SCHOOL_YEAR,5,,,,,,,,,,SMA',
    {
      calculator: 'SCHOLARSHIP_YEAR',
      eventDate: DAY,
      claimYear: 2025,
      children: [{ level: 'SMA', yearInLevel: 1, evidence: true, ageAtClaim: 16 }],
    },
  ],
];

const HEADER =
  'group,district,monthlyIncome,event,eventMonth,paidMonths,membershipMonths,employers,injuries,' +
  'incapacityMonths,incapacityDays,balance,drawnBy,benefitMonths,schoolLevel';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'population-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const simulated = async (lines: readonly string[], header = HEADER) => {
  const path = join(folder, 'members.csv');
  writeFileSync(path, [header, ...lines].join('\n'));
  return simulate({ population: { kind: 'FILE', path }, months: MONTHS });
};

/** By component, what the calculators say of an event. */
function said(cells: string, request: Readonly<Record<string, unknown>>): string[] {
  const monthlyWage = Number(cells.split(',')[2]);
  const facts = {
    ...(request.calculator === 'JP_MONTHLY' && { claimDate: DAY, weightedAvgMonthlyWage: monthlyWage }),
    ...(String(request.calculator).startsWith('JKK') && { accidentDate: DAY, monthlyWage }),
    ...(request.calculator === 'JKM' && { totalPaidMonths: 40, mode: 'PAYABLE_NOW' }),
  };
  return calculate({ ...facts, ...request }).components.map(({ code, amountIdr }) => `${code} ${amountIdr}`);
}

describe('the events of a population file', () => {
  it.each(EVENTS)('give what the calculators say: %s', async (cells, request) => {
    const { members, report } = await simulated([cells]);
    const paid = report.components.map(({ name, before }) => `${name.split(' ')[1]} ${before}`);
    expect(paid.sort()).toEqual(said(cells, request).sort());
    expect(paid).not.toEqual([]);
    expect(members).toBe(0);
  });

  it('stand beside the contributions of members, who are counted alone', async () => {
    const { members, report } = await simulated([
      'BPU,Setu,1000000,,,,,,,,,,,,',
      ...EVENTS.map(([line]) => line),
    ]);
    expect(members).toBe(1);
    expect(report.districts).toMatchObject([
      { name: 'Setu', kind: 'CONTRIBUTION', persons: 1 },
      { name: 'Setu', kind: 'BENEFIT', persons: EVENTS.length },
    ]);
  });

  it.each([
    ['PMI,Setu,1,DEATH,0,40,,,,,,,,,', 'event must be one of SAVINGS, SCHOOL_YEAR, not "DEATH"'],
    ['BPU,Setu,1,PENSION,0,40,,,,,,0,WIDOW,,', 'event must be one of DEATH'],
    ['PU,Setu,1,DEATH,,40,,,,,,,,,', 'eventMonth must be a whole number, 0 to 239, not ""'],
    ['PU,Setu,1,DEATH,0,40,,,,,,9,,,', 'balance must be empty in this line, not "9"'],
    ['PU,Setu,0,JOB_LOSS,0,,,,,,,,,3,', 'monthlyIncome must be a whole number, 1 to'],
    ['BPU,Setu,1,,3,,,,,,,,,,', 'eventMonth harus kosong pada baris ini'],
    ['PU,Setu,1,PARTIAL_DISABILITY,0,,,,MATA,,,,,,', 'injuries must be a list in JSON, not "MATA"'],
    [
      'PU,Setu,1,PARTIAL_DISABILITY,0,,,,"[{""item"":""MATA""}]",,,,,,',
      'injuries cannot be assessed (MATA is not an item of the disability table)',
    ],
  ])('are refused with their line: %s', async (line, message) => {
    await expect(simulated([line])).rejects.toThrow(message);
    await expect(simulated([line])).rejects.toThrow('line 2 of the population');
  });
});

describe('the cells of a population file', () => {
  const header =
    'group,district,monthlyIncome,riskClass,programs,labourIntensive,transport,governmentPaid,agency,contractMonths,paidInMonth,event,eventMonth';

  it.each([
    ['PU,Setu,5000000,2,JKP+JKK+JKM,yes,no,,,,,,', { 'PU.programs.JKP': 1 }],
    [
      'NON_ASN,Setu,5000000,2,JKK+JKM,yes,yes,yes,yes,24,,,',
      {
        'NON_ASN.agency': 1,
        'NON_ASN.contractMonths': 1,
        'NON_ASN.governmentPaid': 1,
        'NON_ASN.labourIntensive': 1,
        'NON_ASN.transport': 1,
      },
    ],
    [
      'BPU,Setu,1000000,2,JKK+JKK,yes,yes,yes,,,,,',
      {
        'BPU.labourIntensive': 1,
        'BPU.programs.JKK': 1,
        'BPU.riskClass': 1,
      },
    ],
    ['JAKON,Setu,5000000,,JKK,,,,,,,,', { 'JAKON.programs': 1 }],
    ['PMI,Setu,0,,JKK,,,,yes,24,0,,', { 'PMI.programs': 1 }],
    [
      'PU,Setu,5000000,2,JKK+JKP,no,,,,,,ACCIDENT_DEATH,5',
      {
        'ACCIDENT_DEATH.programs': 1,
        'ACCIDENT_DEATH.riskClass': 1,
      },
    ],
    ['BPU,Setu,1000000,,JKK+JKM,no,yes,yes,no,,,,', undefined],
  ])('that play no part are named: of %s %j', async (line, cells) => {
    expect((await simulated([line], header)).ignoredCells).toEqual(cells);
  });

  it('are counted by the lines in which they play none', async () => {
    const joined = 'PU,Setu,5000000,2,JKK+JKM+JHT+JKP,,,,,,,,';
    const { ignoredCells } = await simulated([joined, joined, 'PU,Setu,5000000,2,JKK,,,,,,,,'], header);
    expect(ignoredCells).toEqual({ 'PU.programs.JKP': 2 });
  });

  it.each([
    ['BPU,Setu,1000000,,JKK+JKP,,,,,,,,', 'programs may hold JKK+JKM+JHT, not "JKK+JKP"'],
    ['BPU,Setu,1000000,,JP,,,,,,,,', 'programs boleh berisi JKK+JKM+JHT'],
    ['PU,Setu,1000000,1,JKN,,,,,,,,', 'programs may hold JKK+JKM+JHT+JP+JKP'],
  ])('hold no programme that the group has not: %s', async (line, message) => {
    await expect(simulated([line], header)).rejects.toThrow(message);
  });
});
