import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { asOfCommand } from '../../apps/cli/src/audit-as-of.command.js';
import { historyCommand } from '../../apps/cli/src/audit-history.command.js';
import { rebuildCommand } from '../../apps/cli/src/projections-rebuild.command.js';
import { runCommand } from '../../apps/cli/test/run-command.js';
import { countEvents } from '../../apps/demo/src/count-events.js';
import { connectLindung } from '../../apps/demo/src/lindung-client.js';
import { narrator } from '../../apps/demo/src/narrator.js';
import { type Reports, readReports } from '../../apps/demo/src/reports.js';
import { type Outcome, playStory } from '../../apps/demo/src/story.js';
import { type Summary, summaryOf } from '../../apps/demo/src/summary.js';
import { tableOfReports, tablesOf } from '../../apps/demo/src/tables.js';
import { dataFolder, secretsIn } from '../../apps/standalone/src/data-folder.js';
import { schemaOf } from '#followers';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { makePack, openOverApi } from '#audit';
import { verifyPack } from '#audit-pack';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import type { Role } from '#kernel';
import { eventually } from '#testing';
import {
  RemoteTree,
  readPolicy,
  readProof,
  signingKey,
  verifyEventProof,
  writtenKey,
} from '#transparency-log';
import type { ClaimDetail } from '#contexts/claims/read-models/claim/claim.answers';
import type { PayoutExplanation } from '../../libs/contexts/payouts/read-models/explanation/explanation.answers.js';
import { readQrCode } from '../../libs/documents/test/read-qr-code.js';

describe('The main job, from registration to a settled payout', () => {
  let dataDir: string;
  let system: Standalone;
  let outcome: Outcome;
  let reports: Reports;
  let summary: Summary;
  const told: string[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-main-job-'));
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      transparency: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
    const lindung = connectLindung(system);
    outcome = await playStory(
      lindung,
      narrator((line) => told.push(line)),
    );
    reports = await readReports(await lindung.signIn('reporting', 'reporting-01'));
    summary = summaryOf({ ...outcome, reports }, await countEvents(system.eventStoreUrl), 1);
  });

  afterAll(async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
  });

  /** The queries as somebody asks them who has that role. */
  async function asking(role: Role) {
    const headers = { authorization: `Bearer ${await system.tokenFor(role)}` };
    const bytes = async (path: string) => {
      const response = await fetch(`${system.queryApiUrl}${path}`, { headers });
      expect([path, response.status]).toEqual([path, 200]);
      return Buffer.from(await response.arrayBuffer());
    };
    return {
      bytes,
      json: async (path: string): Promise<unknown> => JSON.parse((await bytes(path)).toString()),
    };
  }

  const claimOf = (totalIdr: number, programme: string) => ({
    id: expect.any(String),
    programme,
    totalIdr,
  });

  it('registers 1,095 of 1,150 rows, beside the twelve of 2023 and the porter', () => {
    expect(summary).toMatchObject({ participants: 1_108, importedRows: 1_095, rejectedRows: 55 });
  });

  it('is counted by the reporting service, which hears it from the feed, as it stands in the read models', () => {
    const members = outcome.standing.participants.filter(({ coverage }) =>
      ['ACTIVE', 'PENDING_ARREARS'].includes(coverage),
    );
    const [active] = reports.tables;
    expect(active).toMatchObject({ name: 'active-participants', total: { persons: members.length } });
    expect(active?.rows).toEqual([
      ['SELF', null],
      ['VILLAGE', null],
    ]);
    expect(tableOfReports(reports)).toContain('I-01 Active participants');
  });

  it('denies one claim and pays two, to the rupiah', () => {
    expect(summary.claims).toHaveLength(3);
    expect(summary.claims).toEqual(
      expect.arrayContaining([
        { ...claimOf(0, 'JKK'), status: 'DENIED', paidIdr: 0 },
        { ...claimOf(42_000_000, 'JKM'), status: 'PAID', paidIdr: 42_000_000 },
        { ...claimOf(28_000_000, 'JKK'), status: 'PAID', paidIdr: 28_000_000 },
      ]),
    );
  });

  it('keeps the projected scholarship apart from what is paid of it', () => {
    expect(summary.scholarships).toEqual([
      { id: expect.any(String), projectedIdr: 63_000_000, paidIdr: 3_000_000 },
    ]);
  });

  it('settles every payout it orders: heir, guardian, participant and hospital', () => {
    expect(summary.payouts).toEqual({ ordered: 4, settled: 4, totalIdr: 73_000_000 });
  });

  it('shows a claim with what can be done with it, as the API of commands tells whoever asks', async () => {
    for (const role of ['supervisor', 'auditor'] as const) {
      const { json } = await asking(role);
      for (const { id } of summary.claims) {
        const { actions, whatCanBeDone } = (await json(`/claims/${id}?with=actions`)) as ClaimDetail;
        const headers = { authorization: `Bearer ${await system.tokenFor(role)}` };
        const told = await fetch(system.commandApiUrl + actions, { headers });
        expect(whatCanBeDone).toEqual(await told.json());
        expect(whatCanBeDone!.actions.length).toBeGreaterThan(0);
      }
    }
  });

  it('explains each payment of the death claim to an auditor, as far as they see', async () => {
    const [auditor, finance] = [await asking('auditor'), await asking('finance')];
    const { id } = summary.claims.find(({ programme }) => programme === 'JKM')!;
    const { items } = (await auditor.json(`/payouts?sourceId=${id}`)) as { items: { payoutId: string }[] };
    for (const { payoutId } of items) {
      const told = (await auditor.json(`/payouts/${payoutId}/explanation`)) as PayoutExplanation;
      expect(told).toMatchObject({ programme: 'JKM', calculation: { totalIdr: 42_000_000, agrees: true } });
      expect(told.steps.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['ClaimSubmitted', 'BenefitCalculated', 'ClaimApproved', 'PayoutSettled']),
      );
      const ofMoney = (await finance.json(`/payouts/${payoutId}/explanation`)) as PayoutExplanation;
      expect(ofMoney.calculation).toMatchObject({ totalIdr: 42_000_000, inputs: null, explanation: null });
      expect((await auditor.bytes(`/payouts/${payoutId}/explanation.pdf`)).subarray(0, 5).toString()).toBe(
        '%PDF-',
      );
    }
    expect(items.length).toBeGreaterThan(0);
  });

  it('prints the proof of the decision on its letter, and hands out the claim as a pack that holds', async () => {
    const auditor = await asking('auditor');
    const { id } = summary.claims.find(({ programme }) => programme === 'JKM')!;
    const { TRANSPARENCY_SECRET } = await secretsIn(dataFolder(dataDir));
    const key = signingKey(
      'lindung.localhost/log',
      'note',
      Buffer.from(TRANSPARENCY_SECRET, 'base64'),
    ).public;
    const policy = `log ${writtenKey(key)}\nquorum none\n`;
    const letters = (await auditor.json(`/claims/${id}/letters`)) as { letterId: string; kind: string }[];
    const { letterId } = letters.find(({ kind }) => kind === 'APPROVAL')!;
    let page = '';
    await eventually('the letter has its proof', async () => {
      page = (await auditor.bytes(`/letters/${letterId}/letter.html`)).toString();
      return page.includes('<svg');
    });
    const proof = readProof(Buffer.from(readQrCode(page)));
    expect(verifyEventProof(proof, readPolicy(policy)).event).toMatchObject({
      streamId: `claim-${id}`,
      type: 'ClaimApproved',
    });
    expect((await auditor.bytes(`/letters/${letterId}/letter.html`)).toString()).toBe(page);
    const log = EventStore.at(system.eventStoreUrl, new EventCodec(NO_KEYS));
    const tree = new RemoteTree(`${system.apps.find(({ name }) => name === 'transparency-log')?.url}/log`);
    const packed = await makePack({ log, tree, claimId: id, policy });
    const open = openOverApi({
      url: system.commandApiUrl,
      token: await system.tokenFor('auditor'),
      reason: 'AUDIT',
      words: 'Pemeriksaan berkala atas klaim kematian',
    });
    const opened = { sections: ['person', 'health'] as const, open };
    const withPeople = verifyPack(
      (await makePack({ log, tree, claimId: id, policy, opened }))!.bytes,
      policy,
    );
    await log.close();
    expect(withPeople).toMatchObject({ holds: true, findings: [] });
    expect(withPeople.opened).toBeGreaterThan(5);
    const { holds, findings, streams, calculations } = verifyPack(packed!.bytes, policy);
    expect({ holds, findings }).toEqual({ holds: true, findings: [] });
    expect(calculations).toBeGreaterThan(0);
    expect([...new Set(streams.map(({ streamId }) => streamId.split('-')[0]))]).toEqual(
      expect.arrayContaining(['claim', 'contribution', 'participant', 'payout', 'scholarship']),
    );
  });

  it('records the same events every time it is played', () => {
    expect(summary.events).toBe(2_362);
  });

  it('tells it without a NIK, in tables that name every claim', () => {
    expect(told.join('\n')).not.toMatch(/\d{16}/);
    const tables = tablesOf(outcome.standing);
    expect(tables).not.toMatch(/\d{16}/);
    for (const { id } of summary.claims) expect(tables).toContain(id.slice(0, 8));
  });

  describe('An auditor, when it is over', () => {
    let claimId: string;

    beforeAll(() => {
      claimId = outcome.standing.claims.find(({ programme }) => programme === 'JKM')!.claimId;
    });
    beforeEach(() => {
      jest.replaceProperty(process, 'env', { ...process.env, EVENTSTORE_URL: system.eventStoreUrl });
    });
    afterEach(() => {
      jest.restoreAllMocks();
    });

    const sent = async (url: string, { by = 'auditor-01', body }: { by?: string; body?: object } = {}) => {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${await system.tokenFor('auditor', by)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
    };
    const ask = (path: string) => sent(system.queryApiUrl + path);

    it('sees a claim as it stood after each of its events, and nobody’s name in it', async () => {
      const { body: history } = await ask(`/history/${claimId}`);
      const events = history['items'] as readonly { type: string; position: string }[];
      expect(events.map(({ type }) => type)).toEqual([
        'ClaimSubmitted',
        'DocumentsRequested',
        'DocumentsReceived',
        'ClaimCompleted',
        'BenefitCalculated',
        'BenefitCalculated',
        'ClaimApproved',
      ]);
      const stood: unknown[] = [];
      for (const { position } of events) {
        const { body } = await ask(`/claims/${claimId}?knownAt=${position}`);
        stood.push(body['status']);
        expect(body['asOf']).toMatchObject({ position, personal: 'SEALED' });
        expect(body['account']).toBeNull();
      }
      const last = ['COMPLETE', 'CALCULATED', 'CALCULATED', 'APPROVED'];
      expect(stood.slice(3)).toEqual(last);
      expect(stood[1]).toBe('INCOMPLETE');
    });

    it('has what is sealed opened for a reason, which is recorded, and is shown it alone', async () => {
      const body = {
        kind: 'claim',
        subjectId: claimId,
        revision: 0,
        part: 'PERSON',
        reason: 'AUDIT',
        words: 'A sample of the claims of this month is looked through',
      };
      const { body: answer } = await sent(`${system.commandApiUrl}/openings`, { body });
      const [id, position] = [String(answer['id']), String(answer['position'])];
      const content = `${system.commandApiUrl}/openings/${id}/content`;
      expect((await sent(content)).body).toMatchObject({
        part: 'PERSON',
        content: { account: expect.any(Object) },
      });
      expect((await sent(content, { by: 'auditor-02' })).status).toBe(404);
      const { body: listed } = await ask(`/openings?openerId=auditor-01&after=${position}`);
      expect(listed['items']).toEqual([expect.objectContaining({ openingId: id, reason: 'AUDIT' })]);
    });

    it('reads history and past on the command line', async () => {
      const told = await runCommand(historyCommand, claimId, '--data', dataDir);
      expect(told.stdout).toContain('ClaimApproved');
      expect(told.stdout).toMatch(/led to PayoutOrdered at \d+ in payout-/);
      const past = await runCommand(asOfCommand, 'claim', claimId, '--data', dataDir, '--json');
      expect(JSON.parse(past.stdout).tables.claims).toEqual([
        expect.objectContaining({ claimId, status: 'PAID' }),
      ]);
      const ahead = await runCommand(
        asOfCommand,
        'claim',
        claimId,
        '--data',
        dataDir,
        '--known-at',
        '999999999',
      );
      expect(ahead).toMatchObject({ code: 1, stderr: expect.stringContaining('Nobody knows yet') });
    });

    it('asks all the time while a read model is rebuilt beside the live one, and is always answered', async () => {
      const { status, body } = await ask(`/payouts`);
      expect(status).toBe(200);
      const over = new AbortController();
      const answers = (async () => {
        const all = [];
        while (!over.signal.aborted) all.push(await ask('/payouts'));
        return all;
      })();
      const name = schemaOf(payoutReadModel);
      const rebuilt = await runCommand(rebuildCommand, name, '--data', dataDir, '--json');
      over.abort();
      expect(JSON.parse(rebuilt.stdout)).toMatchObject({ readModel: name, switched: true });
      for (const answer of await answers) expect(answer).toEqual({ status: 200, body });
      const back = await runCommand(rebuildCommand, name, '--data', dataDir, '--back');
      expect(back.stdout).toContain('What was live before is live again');
      expect(await ask('/payouts')).toEqual({ status: 200, body });
    });
  });

  it('breaks off with what was expected when a step comes out otherwise: here everybody is registered already', async () => {
    const again = playStory(
      connectLindung(system),
      narrator(() => {}),
    );
    await expect(again).rejects.toThrow('Workers of the list of 2023: expected [12,0], but it is [0,12]');
  });
});
