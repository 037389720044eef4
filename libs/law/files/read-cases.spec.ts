import { describe, expect, it } from '@jest/globals';
import { readCases } from './read-cases.js';

const CASE = `
- name: a death
  date: 2025-03-10
  input:
    calculator: JKM
    deathDate: 2025-03-10
    eligibleChildren: [{ remainingYears: { PT: 5 } }]
  output:
    components:
      - JKM_DEATH: 20_000_000
      - JKM_FUNERAL: 10000000
    totalIdr: 30_000_000
    decision: PAID
  source: PP 82/2019 Art. 34
  keywords: [JKM, "2025"]
`;

const read = (text: string) => readCases('jkm.yaml', text);
/** The case with one line of it written otherwise. */
const faultsOf = (line: string, instead: string, text = CASE) => {
  if (!text.includes(line)) throw new Error(`${line} is in no case`);
  return read(text.replace(line, instead)).faults.map(({ line: number, words }) => `${number}: ${words.en}`);
};

describe('a file of cases', () => {
  it('is read with the line of each case; amounts may be grouped by threes', () => {
    expect(read(CASE)).toEqual({
      faults: [],
      cases: [
        {
          file: 'jkm.yaml',
          line: 2,
          name: 'a death',
          date: '2025-03-10',
          input: {
            calculator: 'JKM',
            deathDate: '2025-03-10',
            eligibleChildren: [{ remainingYears: { PT: 5 } }],
          },
          output: {
            components: [
              { code: 'JKM_DEATH', amountIdr: 20_000_000 },
              { code: 'JKM_FUNERAL', amountIdr: 10_000_000 },
            ],
            parts: { totalIdr: 30_000_000, decision: 'PAID' },
          },
          source: 'PP 82/2019 Art. 34',
          keywords: ['JKM', '2025'],
        },
      ],
    });
  });

  it('may hold a request that names no day, and one that is refused', () => {
    const { cases, faults } = read(`
- name: no balance
  input: { calculator: JHT_PARTIAL }
  output: { error: MISSING_FIELD }
  source: E-9
  keywords: [JHT]
`);
    expect(faults).toEqual([]);
    expect(cases).toMatchObject([{ output: { error: 'MISSING_FIELD', parts: {} } }]);
    expect(cases[0]).not.toHaveProperty('date');
  });

  it.each([
    [
      'source: PP',
      'sources: PP',
      ['14: sources is not known; did you mean source?', '2: source is needed, as text'],
    ],
    [
      'decision: PAID',
      'colour: red',
      [
        '13: colour is nothing that a output holds; it holds error, components, totalIdr, decision, rule, memo, payees, nonJkkMedicalIdr, owedByEmployer, owedByEmployerTotalIdr, taxMemo, ignoredFields',
      ],
    ],
    ['decision: PAID', 'error: NO', ['13: a request that is refused with an error has no other output']],
    [
      '20_000_000',
      '20.000.000',
      ['10: JKM_DEATH: 20.000.000 is no whole number of rupiah; write 20_000_000'],
    ],
    [
      '20_000_000',
      'Rp20,000,000',
      ['10: JKM_DEATH: Rp20,000,000 is no whole number of rupiah; write 20_000_000'],
    ],
    ['20_000_000', '20000000.5', ['10: JKM_DEATH: 20000000.5 is no whole number of rupiah']],
    ['20_000_000', '-1', ['10: JKM_DEATH: -1 is no whole number of rupiah']],
    ['20_000_000', '9007199254740992', ['10: JKM_DEATH: 9007199254740992 is no whole number of rupiah']],
    ['20_000_000', '2_00', ['10: JKM_DEATH: 2_00 is no whole number of rupiah']],
    ['totalIdr: 30_000_000', 'totalIdr: much', ['12: totalIdr: much is no whole number of rupiah']],
    [
      'decision: PAID',
      'memo: { heirs: [{ shareIdr: 1.5 }] }',
      ['13: shareIdr: 1.5 is no whole number of rupiah'],
    ],
    ['  date: 2025-03-10', '  date: 2025-02-30', ['3: date: 2025-02-30 is no day; write it as 2025-03-10']],
    [
      '      - JKM_FUNERAL: 10000000',
      '      - JKM_FUNERAL',
      ['11: components: one code and its amount a line is expected, such as "- JKM_DEATH: 20_000_000"'],
    ],
    [
      'keywords: [JKM, "2025"]',
      'keywords: [2025]',
      ['15: keywords are needed, as a list of words: [JKM, BPU]'],
    ],
    ['name: a death', 'name: 12', ['2: name is needed, as text']],
    [
      '    calculator: JKM',
      '    calculator: JKM\n    calculator: JKK',
      ['6: not readable as YAML: Map keys must be unique'],
    ],
    ['decision: PAID', 'decision: [PAID', [expect.stringMatching(/^\d+: not readable as YAML: /)]],
  ])('tells of %s, written as %s, where it stands and what is right', (line, instead, faults) => {
    expect(faultsOf(line, instead)).toEqual(faults);
  });

  it.each([
    ['', 1],
    ['name: a death', 1],
    ['[]', 1],
  ])('%p holds no list of cases', (text, line) => {
    expect(read(text)).toMatchObject({
      cases: [],
      faults: [{ line, words: { en: expect.stringContaining('a list of cases') } }],
    });
  });

  it('asks for nothing that the calculator does not read, unless it is about that', () => {
    const nobodyReads = (instead: string, text = CASE) => faultsOf('    calculator: JKM\n', instead, text);
    expect(nobodyReads('    calculator: JKM\n    weather: fine\n')).toEqual([
      expect.stringMatching(/^6: weather is nothing that a request of JKM holds; it holds segment, /),
    ]);
    expect(nobodyReads('    calculator: JKM\n    membershipStrat: 2025-01-01\n')).toEqual([
      '6: membershipStrat is not known; did you mean membershipStart?',
    ]);
    const told = CASE.replace('    decision: PAID\n', '    ignoredFields: [weather]\n');
    expect(nobodyReads('    calculator: JKM\n    weather: fine\n', told)).toEqual([]);
  });

  it('is read to its end, so that every fault is seen at once, in both languages', () => {
    const twice =
      CASE.replace('20_000_000', 'much') +
      CASE.replace('a death', 'a second death').replace('JKM, "2025"', '');
    const { cases, faults } = read(twice);
    expect(cases).toEqual([]);
    expect(faults.map(({ line }) => line)).toEqual([10, 30]);
    expect(faults[0]!.words.id).toBe('JKM_DEATH: much bukan rupiah bulat');
  });
});
