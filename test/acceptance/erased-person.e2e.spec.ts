import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CHILD,
  DEATH,
  FINGER_LOST,
  HEIR_PAPERS,
  JKK_PAPERS,
  JKM_PAPERS,
  NOTICE,
  PORTER,
  WIDOWER,
  WORKER,
  clerksOf,
  papers,
} from '#contexts/journey.examples';
import { CONTEXTS } from '#contexts';
import { jkmClaimId } from '../../libs/contexts/claims/programmes/claim-ids.js';
import type { SealedSection } from '#event-store';
import { dropVersion, schemaOf } from '#followers';
import type { Role } from '#kernel';
import { SqliteKeyStore } from '#key-store';
import { connectDatabase } from '#postgres';
import { eventually } from '#testing';
import { dataFolder } from '../../apps/standalone/src/data-folder.js';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { ExitCode } from '../../apps/cli/src/exit.js';
import { lindung } from '../../libs/event-store-server/test/operations/program.js';
import { asking } from './asking.js';

/** Somebody whose keys are destroyed, and what there is of them by then. */
interface Person {
  readonly participantId: string;
  readonly accidentId?: string;
  readonly claimId?: string;
  readonly payoutId?: string;
}

/** What is said in the requests about these people, and must not be read again once it is erased. */
const PERSONAL = {
  person: [
    'Siti Contoh',
    'Sari Contoh',
    'Budi Contoh',
    'Anak Contoh',
    '0000011111',
    '0000033333',
    '081200000001',
  ],
  health: ['A crate fell on her hand', 'Amputation'],
} as const;

const ERASURES: Readonly<Record<string, readonly SealedSection[]>> = {
  'both keys': ['person', 'health'],
  'the key of the person': ['person'],
  'the key of health': ['health'],
};

type Command = readonly [role: Role, path: string, body: object];

/** Everything that anybody may ask to be recorded about them. */
function commandsAbout({ participantId, accidentId, claimId, payoutId }: Person): Command[] {
  const [participant, accident] = [`/participants/${participantId}`, `/accidents/${accidentId}`];
  const [claim, payout] = [`/claims/${claimId}`, `/payouts/${payoutId}`];
  const bank = { bankReference: 'BANK-1', on: '2026-11-20' };
  const care = {
    admittedOn: '2026-09-01',
    dischargedOn: '2026-09-02',
    invoiceIdr: 1_000_000,
    invoiceNumber: 'INV-9',
  };
  return [
    [
      'registrar',
      `${participant}/contributions`,
      { period: '2026-10', months: 1, payer: 'SELF', paidOn: '2026-10-01', receipt: 'R-2' },
    ],
    ['registrar', `${participant}/children`, CHILD],
    ['registrar', `${participant}/heirs`, { relation: 'WIDOWER', person: { name: 'Budi Contoh' } }],
    ['registrar', '/accidents', { ...NOTICE, participantId, nthOfDay: 2 }],
    ...(accidentId === undefined
      ? []
      : ([
          [
            'registrar',
            `${accident}/doctor-statements`,
            { doctorKind: 'TREATING', statedOn: '2026-10-01', health: FINGER_LOST },
          ],
          [
            'registrar',
            `${accident}/care`,
            { ...care, facilityId: participantId, health: { procedures: 'Care' } },
          ],
          [
            'registrar',
            '/claims/jkk',
            { participantId, accidentId, claimant: 'PARTICIPANT', documents: JKK_PAPERS, person: PORTER },
          ],
        ] as const)),
    ['registrar', `${participant}/death`, DEATH],
    ['registrar', '/claims/jkm', { participantId, documents: JKM_PAPERS, person: WIDOWER }],
    ...(claimId === undefined
      ? []
      : ([
          ['registrar', `${claim}/documents`, { documents: papers('KK') }],
          ['registrar', `${claim}/claimant`, { claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOWER }],
          ['adjudicator', `${claim}/calculation`, {}],
          ['supervisor', `${claim}/approval`, {}],
          ['supervisor', `${claim}/denial`, {}],
        ] as const)),
    ...(payoutId === undefined
      ? []
      : ([
          ['finance', `${payout}/instructions`, { instructedOn: '2026-11-20', instructionNumber: 'INS-9' }],
          ['finance', `${payout}/bank-results`, { ...bank, result: 'RETURNED', reason: 'ACCOUNT_CLOSED' }],
          ['finance', `${payout}/account-corrections`, { person: { account: WIDOWER.account } }],
        ] as const)),
  ];
}

describe('Somebody who was erased', () => {
  let dataDir: string;
  let system: Standalone;
  const people = new Map<string, Person[]>();
  /** The place in the log that every read model has to come to. */
  let end: string;

  const start = () =>
    startStandalone({ dataDir, durable: false, freePorts: true, allowClockHeader: true, logLevel: 'silent' });

  const { post, query: get } = asking(() => system);

  /** Somebody for each step of the way that their data goes. */
  async function makePeople(clerks: ReturnType<typeof clerksOf>): Promise<Person[]> {
    const registered = { participantId: await clerks.register() };
    const notified = await clerks.coveredWorker();
    const hurt = await clerks.coveredWorker();
    const claiming = await clerks.coveredWorker();
    const paid = await clerks.coveredWorker();
    const dead = await clerks.coveredWorker();
    await clerks.nameChild(dead);
    await clerks.reportDeath(dead);
    const [hurtBy, claimFor, paidFor] = [
      await clerks.accidentOf(hurt),
      await clerks.accidentOf(claiming),
      await clerks.accidentOf(paid),
    ];
    const claim = await clerks.submitJkk({ participantId: claiming, accidentId: claimFor });
    const claimPaid = await clerks.submitJkk({ participantId: paid, accidentId: paidFor });
    for (const one of [claim, claimPaid]) await clerks.calculate(one);
    await clerks.approve(claimPaid);
    return [
      registered,
      { participantId: notified, accidentId: await clerks.notify(notified) },
      { participantId: hurt, accidentId: hurtBy },
      { participantId: claiming, accidentId: claimFor, claimId: claim },
      { participantId: paid, accidentId: paidFor, claimId: claimPaid, payoutId: await payoutOf(claimPaid) },
      { participantId: dead },
    ];
  }

  async function payoutOf(claimId: string): Promise<string> {
    let found: unknown;
    await eventually('the payment is ordered', async () => {
      const { body } = await get(`/payouts?sourceId=${claimId}`, 'finance');
      [found] = (body.items as { payoutId: string }[]).map(({ payoutId }) => payoutId);
      return found !== undefined;
    });
    return String(found);
  }

  /** As `lindung person erase` and docs/how-to/erase-a-person.md do it, read models included. */
  async function eraseAll(): Promise<void> {
    const database = connectDatabase({ url: system.databaseUrl, maxConnections: 1, applicationName: 'spec' });
    const keys = SqliteKeyStore.open(dataFolder(dataDir).keys);
    for (const [what, some] of people)
      for (const { participantId } of some) await keys.destroy(participantId, ERASURES[what] ?? []);
    await keys.close();
    for (const { readModels = [] } of CONTEXTS)
      for (const model of readModels) await dropVersion(database, model);
    await database.close();
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-erased-'));
    system = await start();
    const clerks = clerksOf({ post });
    for (const what of Object.keys(ERASURES)) people.set(what, await makePeople(clerks));
    await eraseAll();
    await system.stop();
    system = await start();
    const nobodyElse = { ...WORKER, person: { ...WORKER.person, nik: '0000055205909999' } };
    end = String((await post('/participants', nobodyElse)).body.position);
  });
  afterAll(async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
  });

  describe.each(Object.entries(ERASURES))('by %s', (what, sections) => {
    it('is shown in every read model that is built anew, without what was erased', async () => {
      for (const { participantId, accidentId, claimId, payoutId } of people.get(what)!) {
        const shown: [string, Role][] = [[`/participants/${participantId}`, 'registrar']];
        if (accidentId) shown.push([`/accidents/${accidentId}`, 'adjudicator']);
        if (claimId) shown.push([`/claims/${claimId}`, 'adjudicator']);
        if (payoutId) shown.push([`/payouts/${payoutId}`, 'finance']);
        for (const [path, role] of shown) {
          const answer = await get(`${path}?after=${end}`, role);
          expect([path, answer.status]).toEqual([path, 200]);
          if (role !== 'registrar') expect(answer.body.timeline).not.toHaveLength(0);
          for (const said of sections.flatMap((section) => [...PERSONAL[section]]))
            expect(answer.text).not.toContain(said);
        }
      }
    });

    it('is refused with words, whatever is asked to be recorded of them', async () => {
      const codes = new Set<unknown>();
      for (const person of people.get(what)!)
        for (const [role, path, body] of commandsAbout(person)) {
          const { status, text, body: answer } = await post(path, body, { role });
          expect([path, status < 500, text]).toEqual([path, true, text]);
          codes.add(answer.code);
        }
      expect(codes).toContain('PERSONAL_DATA_ERASED');
      expect(codes).not.toContain('VALIDATION_FAILED');
    });
  });

  it('leaves a claim that nobody can decide to a supervisor, who gives it up', async () => {
    const claimOf = (what: string) =>
      people.get(what)!.find(({ claimId, payoutId }) => claimId && !payoutId)!;
    for (const what of people.keys()) {
      const path = `/claims/${claimOf(what).claimId}`;
      const give = (reason: string, role: Role) => post(`${path}/cancellation`, { reason }, { role });
      expect((await post(`${path}/approval`, {}, { role: 'supervisor' })).body).toMatchObject({
        code: what === 'the key of health' ? 'HEALTH_DATA_ERASED' : 'PERSONAL_DATA_ERASED',
        allowed: ['a supervisor cancels the claim'],
      });
      expect((await give('NOBODY_CLAIMS_IT', 'adjudicator')).status).toBe(403);
      expect((await give('NO_REASON', 'supervisor')).body.code).toBe('VALIDATION_FAILED');
      const { body } = await give('NOBODY_CLAIMS_IT', 'supervisor');
      expect(body.events).toEqual(['ClaimCancelled']);
      const shown = await get(`${path}?after=${String(body.position)}`, 'supervisor');
      expect(shown.body).toMatchObject({
        status: 'CANCELLED',
        cancelReason: 'NOBODY_CLAIMS_IT',
        overdue: false,
      });
    }
  });

  it('is calculated for a death where only health was erased: the law asks nothing of that', async () => {
    const { participantId } = people.get('the key of health')!.at(-1)!;
    const claimId = jkmClaimId(participantId);
    await post('/claims/jkm', { participantId, documents: JKM_PAPERS, person: WIDOWER });
    const { status, text, body } = await post(`/claims/${claimId}/calculation`, {}, { role: 'adjudicator' });
    expect([status, text]).toEqual([200, text]);
    expect(body.events).toEqual(['BenefitCalculated']);
    expect((await get(`/claims/${claimId}?after=${String(body.position)}`, 'supervisor')).body).toMatchObject(
      {
        status: 'CALCULATED',
        totalIdr: expect.any(Number),
        components: expect.arrayContaining([expect.objectContaining({ arithmetic: null })]),
      },
    );
  });

  it('leaves decisions that nobody can compute again, and no other that comes out otherwise', async () => {
    const settings = { EVENTSTORE_URL: system.eventStoreUrl };
    const { code, stdout, stderr } = await lindung(
      ['audit', 'recompute', '--data', dataDir, '--json'],
      '',
      settings,
    );
    expect([code, stderr]).toEqual([ExitCode.DONE, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      // Of those whose key of health is gone four, and one for a death; of the others two, one of them calculated twice.
      decisions: 8,
      erased: 5,
      same: 3,
      different: 0,
      notComputable: 0,
      findings: [],
    });
  });

  it('is in every read model as the log gives it now', async () => {
    const settings = { EVENTSTORE_URL: system.eventStoreUrl };
    const { code, stdout, stderr } = await lindung(
      ['projections', 'verify', '--data', dataDir, '--json'],
      '',
      settings,
    );
    expect([code, stderr]).toEqual([ExitCode.DONE, '']);
    const found = JSON.parse(stdout) as { readModel: string; differences: unknown[] }[];
    expect(found.map(({ readModel }) => readModel)).toEqual(
      CONTEXTS.flatMap(({ readModels = [] }) => readModels.map(schemaOf)),
    );
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('holds up nobody: a claim of somebody else is paid', async () => {
    const clerks = clerksOf({ post });
    // The NIKs of the first clerks are taken.
    const participantId = await clerks.register({ person: { ...WORKER.person, nik: '0000055205908888' } });
    await clerks.contribute(participantId);
    const claimId = await clerks.submitJkk({
      participantId,
      accidentId: await clerks.accidentOf(participantId),
    });
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    expect(await payoutOf(claimId)).toBeDefined();
  });
});
