import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiRefused, openOverApi } from '#audit';
import type { KeptEvent } from '#event-store';
import { runCommand } from '../test/run-command.js';
import { asOfCommand } from './audit-as-of.command.js';
import { explainCommand } from './audit-explain.command.js';
import { exportCommand } from './audit-export.command.js';
import { findingsCommand } from './audit-findings.command.js';
import { historyCommand } from './audit-history.command.js';

const PAYOUT = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a01';
const EXPLANATION = {
  payoutId: PAYOUT,
  payee: 'HEIR',
  amountIdr: 20_000_000,
  calculation: {
    ruleSetVersion: '2025-02-24/1',
    agrees: true,
    components: [
      {
        code: 'JKM_DEATH',
        amountIdr: 20_000_000,
        law: 'PP 82/2019',
        article: 'Art. 34',
        arithmetic: null,
        isPaidHere: true,
      },
    ],
  },
  steps: [{ event: 'claim-1@7', type: 'ClaimApproved', on: '2026-11-20', by: 'sari', office: 'Bekasi' }],
};

const TRIED = {
  rule: 'FD-01',
  now: 2,
  tried: 1,
  opened: 0,
  gone: 1,
  goneConfirmed: 1,
  opens: [],
  goes: [
    {
      findingId: '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a09',
      foundOn: '2026-11-20',
      reason: { en: 'One account is named in 3 claims', id: 'Satu rekening pada 3 klaim' },
      state: 'CONFIRMED',
    },
  ],
};

const FINDING = {
  findingId: '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a02',
  rule: 'FD-20',
  title: {
    en: 'Accident within days of the registration',
    id: 'Kecelakaan beberapa hari setelah pendaftaran',
  },
  reason: { en: 'The accident happened 2 days after', id: 'Kecelakaan terjadi 2 hari setelah' },
  state: 'OPEN',
  openedOn: '2026-11-20',
  lookBy: '2026-12-04',
};

const RULE = {
  rule: 'FD-08',
  title: { en: 'Nearly all wages', id: 'Hampir semua upah' },
  standing: 'WAITING',
  waitsFor: { en: 'the minimum wages', id: 'upah minimum' },
  hits: 0,
  open: 0,
  confirmed: 0,
  explained: 0,
  explanations: [],
  medianDaysToClose: null,
  toBeReviewed: false,
};

describe('lindung audit, asking the API', () => {
  let folder: string;
  let api: string;
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === 'Bearer of-an-auditor';
    const [path] = (request.url ?? '').split('?');
    const answers: Readonly<Record<string, string>> = {
      [`/payouts/${PAYOUT}/explanation`]: JSON.stringify(EXPLANATION),
      [`/payouts/${PAYOUT}/explanation.pdf`]: '%PDF-1.7',
      '/findings': JSON.stringify({
        items: [FINDING],
        nextCursor: request.url?.includes('cursor') ? null : 'more',
      }),
      '/findings/rules': JSON.stringify([RULE, { ...RULE, rule: 'FD-01', standing: 'LOOKED_FOR' }]),
      '/findings/replay': JSON.stringify(TRIED),
      '/claims': JSON.stringify({ items: [{ claimId: '1', note: '+1' }], nextCursor: null }),
    };
    if (request.headers.authorization === 'Bearer of-a-gateway') {
      response.statusCode = path === '/findings' ? 200 : 502;
      return response.end('<html>Somebody else</html>');
    }
    if (isKnown && request.url?.includes('FD-99')) {
      response.statusCode = 400;
      const errors = [{ field: 'rule', message: 'must be one of FD-01, FD-02' }];
      return response.end(JSON.stringify({ detail: 'Some fields are missing or wrong', errors }));
    }
    response.statusCode = isKnown ? 200 : 403;
    return response.end(isKnown ? answers[path ?? ''] : '{"detail":"Your role may not do this"}');
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-audit-asking-'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    api = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    jest.replaceProperty(process, 'env', { LINDUNG_TOKEN: 'of-an-auditor' });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells why a payment is what it is in tables, as JSON, and as a document', async () => {
    const { stdout, code } = await runCommand(explainCommand, PAYOUT, '--api', api);
    expect(code).toBe(0);
    for (const said of ['20,000,000', 'PP 82/2019, Art. 34', 'claim-1@7', 'sari (Bekasi)', 'the same today'])
      expect(stdout).toContain(said);
    const json = await runCommand(explainCommand, PAYOUT, '--api', api, '--json');
    expect(JSON.parse(json.stdout)).toEqual(EXPLANATION);
    const to = join(folder, 'why.pdf');
    await runCommand(explainCommand, PAYOUT, '--api', api, '--as', 'pdf', '--to', to);
    expect(await readFile(to, 'utf8')).toBe('%PDF-1.7');
  });

  it('exports a query with a manifest beside it', async () => {
    const to = join(folder, 'claims.csv');
    const { stdout, code } = await runCommand(exportCommand, '/claims', '--api', api, '--to', to);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 rows of 2 columns')]);
    expect(await readFile(to, 'utf8')).toBe("\u{feff}claimId,note\r\n1,'+1\r\n");
    const manifest = JSON.parse(await readFile(`${to}.manifest.json`, 'utf8')) as object;
    expect(manifest).toMatchObject({ query: '/claims', rows: 1, columns: ['claimId', 'note'] });
  });

  it('lists findings page by page, and the rules with what they wait for', async () => {
    const { stdout, code } = await runCommand(findingsCommand, '--api', api, '--rule', 'FD-20');
    expect([code, stdout.split(FINDING.findingId).length]).toEqual([0, 3]);
    expect(stdout).toContain('The accident happened 2 days after');
    const one = await runCommand(findingsCommand, '--api', api, '--limit', '1', '--lang', 'id');
    expect(one.stdout).toContain('Kecelakaan terjadi 2 hari setelah');
    const json = await runCommand(findingsCommand, '--api', api, '--json');
    expect(JSON.parse(json.stdout)).toEqual([FINDING, FINDING]);
    const rules = await runCommand(findingsCommand, '--api', api, '--rules');
    expect(rules.stdout).toContain('FD-08 waits for: the minimum wages');
  });

  it('tries other thresholds, and says what would open and what would go', async () => {
    const file = join(folder, 'thresholds.json');
    await writeFile(file, '{"sharedAccount.persons": 4}');
    const { stdout, code } = await runCommand(findingsCommand, '--api', api, '--try', file);
    expect(code).toBe(0);
    expect(stdout).toContain('FD-01 would go: 2026-11-20 One account is named in 3 claims (CONFIRMED)');
    await writeFile(file, '[4]');
    const bad = await runCommand(findingsCommand, '--api', api, '--try', file);
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('no JSON object of thresholds')]);
  });

  it('says so where something else than the API answers', async () => {
    jest.replaceProperty(process, 'env', { LINDUNG_TOKEN: 'of-a-gateway' });
    const open = openOverApi({ url: api, token: 'of-a-gateway', reason: 'AUDIT', words: 'A sample' });
    await expect(open({ streamId: 'claim-1', revision: 0n } as KeptEvent, 'person')).rejects.toThrow(
      new ApiRefused('502: Bad Gateway'),
    );
    for (const [ended, said] of [
      [await runCommand(explainCommand, PAYOUT, '--api', api), '502: Bad Gateway'],
      [await runCommand(exportCommand, '/claims', '--api', api, '--to', join(folder, 'no.csv')), '502: Bad'],
      [await runCommand(findingsCommand, '--api', api, '--rules'), '502: Bad Gateway'],
      [await runCommand(findingsCommand, '--api', api), '200: what answers there is not the API'],
    ] as const)
      expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  it('says which field is wrong, and where nobody answers', async () => {
    const wrong = await runCommand(findingsCommand, '--api', api, '--rule', 'FD-99');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('rule: must be one of FD-01')]);
    const nobody = await runCommand(findingsCommand, '--api', 'http://127.0.0.1:1');
    expect([nobody.code, nobody.stderr]).toEqual([
      1,
      expect.stringMatching(/http:\/\/127\.0\.0\.1:1: nobody answers there \/ tidak ada/),
    ]);
    const none = await runCommand(findingsCommand, '--api', 'nowhere');
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('is no address / bukan alamat')]);
    const to = join(folder, 'not-there', 'claims.csv');
    const unwritten = await runCommand(exportCommand, '/claims', '--api', api, '--to', to);
    expect([unwritten.code, unwritten.stderr]).toEqual([2, expect.stringContaining('berkas atau folder')]);
  });

  it('says what it needs, and what it is refused', async () => {
    const asked = [
      [explainCommand, [PAYOUT, '--api', api, '--as', 'pdf'], '--as and --to go together'],
      [exportCommand, ['claims', '--api', api, '--to', 'x'], 'A query is a path'],
      [findingsCommand, [], "required option '--api <url>'"],
      [findingsCommand, ['--api', api, '--newest'], "unknown option '--newest'"],
      [findingsCommand, ['--api', api, '--limit', '0'], 'whole number, 1 to 999999'],
      [historyCommand, ['a-claim'], 'UUID'],
      [historyCommand, [PAYOUT, '--limit', 'all'], 'whole number, 1 to 999999'],
      [asOfCommand, ['claim', 'a-claim'], 'UUID'],
    ] as const;
    for (const [verb, words, said] of asked) {
      const { code, stderr } = await runCommand(verb, ...words);
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    }
    for (const [token, exit, said] of [
      ['', 2, 'LINDUNG_TOKEN is needed'],
      ['of-nobody', 1, '403: Your role may not'],
    ] as const) {
      jest.replaceProperty(process, 'env', { LINDUNG_TOKEN: token });
      for (const { code, stderr } of [
        await runCommand(explainCommand, PAYOUT, '--api', api),
        await runCommand(exportCommand, '/claims', '--api', api, '--to', join(folder, 'no.csv')),
        await runCommand(findingsCommand, '--api', api),
        await runCommand(findingsCommand, '--api', api, '--rules'),
      ])
        expect([code, stderr]).toEqual([exit, expect.stringContaining(said)]);
    }
  });
});
