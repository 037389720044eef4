import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { countEvents } from '../../apps/demo/src/count-events.js';
import { connectLindung } from '../../apps/demo/src/lindung-client.js';
import { narrator } from '../../apps/demo/src/narrator.js';
import { type Reports, readReports } from '../../apps/demo/src/reports.js';
import { type Outcome, playStory } from '../../apps/demo/src/story.js';
import { type Summary, summaryOf } from '../../apps/demo/src/summary.js';
import { tableOfReports, tablesOf } from '../../apps/demo/src/tables.js';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';

/** A thousand workers are registered one by one, on machines that do other things as well. */
jest.setTimeout(180_000);

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

  it('records the same events every time it is played', () => {
    expect(summary.events).toBe(2_355);
  });

  it('tells it without a NIK, in tables that name every claim', () => {
    expect(told.join('\n')).not.toMatch(/\d{16}/);
    const tables = tablesOf(outcome.standing);
    expect(tables).not.toMatch(/\d{16}/);
    for (const { id } of summary.claims) expect(tables).toContain(id.slice(0, 8));
  });

  it('breaks off with what was expected when a step comes out otherwise: here everybody is registered already', async () => {
    const again = playStory(
      connectLindung(system),
      narrator(() => {}),
    );
    await expect(again).rejects.toThrow('Workers of the list of 2023: expected [12,0], but it is [0,12]');
  });
});
