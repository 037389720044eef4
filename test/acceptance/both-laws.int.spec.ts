import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import {
  type Clerks,
  FINGER_LOST,
  JKK_PAPERS,
  JKM_PAPERS,
  NOTICE,
  PORTER,
  STAGE_ONE,
  STAGE_TWO,
  CONCLUSION,
  clerksOf,
  widowerOf,
  papers,
} from '#contexts/journey.examples';
import { deaths } from '#contexts/deaths/context';
import { participants } from '#contexts/participants/context';
import { payouts } from '#contexts/payouts/context';
import { type LocalDate, type Role, addDays, localDate } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';

/** A day under each of the two laws, and what the same misfortune comes to under it. */
const LAWS = [
  // Transport by land at most 1,000,000; 16.2 + 4.8 + 3 million after a death.
  { law: 'PP 44/2015', day: localDate('2019-03-04'), jkkIdr: 10_200_000, jkmIdr: 24_000_000 },
  // At most 5,000,000; 20 + 12 + 10 million.
  { law: 'PP 82/2019', day: localDate('2024-06-03'), jkkIdr: 11_200_000, jkmIdr: 42_000_000 },
] as const;

describe('A claim from the accident or death to the money, in both versions of the law', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, deaths, claims, payouts, processesOf([claims, payouts])],
      [claimReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const noon = (day: LocalDate) => `${day}T12:00:00+07:00`;
  const done = (role: Role, path: string, body: object, day: LocalDate) =>
    clerks.done(role, path, body, noon(day));
  const eventsOf = (answer: Record<string, unknown>) => answer['events'];

  /** Registered four weeks before, and paid for that month and the next. */
  async function workerBefore(day: LocalDate): Promise<string> {
    const registeredOn = addDays(day, -28);
    const participantId = await clerks.register({ registeredOn });
    await clerks.contribute(participantId, { period: registeredOn.slice(0, 7), paidOn: registeredOn });
    return participantId;
  }

  /** Each document in turn is illegible: the claim is incomplete for it alone, and complete again with a new one. */
  async function eachDocumentMissingInTurn(
    claim: string,
    kinds: readonly { readonly kind: string }[],
    day: LocalDate,
  ): Promise<void> {
    for (const { kind } of kinds) {
      const refused = { kind, fault: 'ILLEGIBLE' };
      const without = await done('adjudicator', `/claims/${claim}/document-refusals`, refused, day);
      expect([kind, eventsOf(without)]).toEqual([kind, ['DocumentRefused', 'DocumentsRequested']]);
      const early = await app.post(
        `/claims/${claim}/calculation`,
        {},
        { role: 'adjudicator', at: noon(day) },
      );
      expect(early.body).toMatchObject({ code: 'CLAIM_INCOMPLETE' });
      const again = { documents: papers(kind) };
      const complete = await done('registrar', `/claims/${claim}/documents`, again, day);
      expect([kind, eventsOf(complete)]).toEqual([kind, ['DocumentsReceived', 'ClaimCompleted']]);
    }
  }

  /** What a process brings about comes a moment later. */
  async function becomes(claim: string, expected: object): Promise<void> {
    let now: object = {};
    const is = async () => {
      now = await shown(claim);
      try {
        expect(now).toMatchObject(expected);
        return true;
      } catch {
        return false;
      }
    };
    await eventually(`the claim is as expected`, is, 8_000).catch(() => undefined);
    expect(now).toMatchObject(expected);
  }

  const shown = async (claim: string) => (await app.get(`/claims/${claim}`, { role: 'auditor' })).body;

  /** Calculated by one, approved by another, told to the bank by a third; the money arrives. */
  async function paid(claim: string, day: LocalDate, totalIdr: number): Promise<void> {
    await done('adjudicator', `/claims/${claim}/calculation`, {}, day);
    const self = await app.post(`/claims/${claim}/approval`, {}, { role: 'adjudicator', at: noon(day) });
    expect(self.status).toBe(409);
    await done('supervisor', `/claims/${claim}/approval`, {}, day);
    await becomes(claim, { status: 'PAYMENT_ORDERED', totalIdr });
    const { payouts: ordered } = (await shown(claim)) as {
      payouts: { payoutId: string; amountIdr: number }[];
    };
    for (const { payoutId, amountIdr } of ordered) await clerks.payOut(payoutId, amountIdr);
    await becomes(claim, { status: 'PAID', paidIdr: totalIdr });
  }

  it.each(LAWS)('for a work accident (JKK) by $law', async ({ day, jkkIdr }) => {
    const participantId = await workerBefore(day);
    const accidentId = await clerks.notify(participantId, { occurredOn: day });
    const of = (what: string) => `/accidents/${accidentId}/${what}`;
    await done('registrar', of('stage-one'), STAGE_ONE, addDays(day, 1));
    await done('adjudicator', of('conclusion'), CONCLUSION, addDays(day, 2));
    const ended = addDays(day, 59);
    const health = { ...FINGER_LOST, unableFrom: day, unableUntil: ended };
    const statement = { doctorKind: 'TREATING', statedOn: ended, health };
    await done('registrar', of('doctor-statements'), statement, ended);
    const transport = [{ mode: 'LAND', amountIdr: 2_000_000 }];
    await done('registrar', of('stage-two'), { ...STAGE_TWO, transport }, ended);
    const documents = [...JKK_PAPERS, ...papers('TRANSPORT_RECEIPTS')];
    const claimed = addDays(ended, 1);
    const handedIn = { participantId, accidentId, claimant: 'PARTICIPANT', documents, person: PORTER };
    const { id } = await done('registrar', '/claims/jkk', handedIn, claimed);
    await eachDocumentMissingInTurn(String(id), documents, claimed);
    await paid(String(id), claimed, jkkIdr);
  });

  it.each(LAWS)('for a death by another cause (JKM) by $law', async ({ day, jkmIdr }) => {
    const participantId = await workerBefore(day);
    await clerks.reportDeath(participantId, { diedOn: day, certificate: `SKM ${day}` });
    const claimed = addDays(day, 7);
    const handedIn = { participantId, documents: JKM_PAPERS, person: widowerOf(participantId) };
    const { id } = await done('registrar', '/claims/jkm', handedIn, claimed);
    await eachDocumentMissingInTurn(String(id), JKM_PAPERS, claimed);
    await paid(String(id), claimed, jkmIdr);
  });

  it('while the patient is treated incapacity is paid month by month, and what was paid is not paid again', async () => {
    const day = localDate('2026-08-17');
    const participantId = await clerks.register({ registeredOn: '2026-08-03' });
    await clerks.contribute(participantId);
    const accidentId = await clerks.notify(participantId, { ...NOTICE, occurredOn: day });
    const of = (what: string) => `/accidents/${accidentId}/${what}`;
    await clerks.reportStageOne(accidentId);
    await clerks.conclude(accidentId);
    const handedIn = await clerks.done('registrar', '/claims/jkk', {
      participantId,
      accidentId,
      claimant: 'PARTICIPANT',
      documents: papers('KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'ACCOUNT_BOOK'),
      person: PORTER,
    });
    expect(eventsOf(handedIn)).toEqual(['ClaimSubmitted', 'ClaimCompleted', 'WaitBegun']);
    const claim = String(handedIn['id']);
    const month = { unableFrom: day, unableUntil: addDays(day, 29), certificate: 'archive/rest-1' };
    await clerks.done('adjudicator', `/claims/${claim}/interim-payments`, month);
    await clerks.done('supervisor', `/claims/${claim}/interim-payments/approval`);
    await becomes(claim, {
      status: 'WAITING',
      interims: [{ standing: 'APPROVED', totalIdr: 1_000_000, unableUntil: '2026-09-15' }],
    });
    const health = { ...FINGER_LOST, unableFrom: day, unableUntil: addDays(day, 44) };
    await clerks.stateOutcome(accidentId, health, '2026-10-01');
    await clerks.done('registrar', of('stage-two'), STAGE_TWO);
    await becomes(claim, { status: 'INCOMPLETE', missing: ['KK2', 'KK3'] });
    await clerks.done('registrar', `/claims/${claim}/documents`, { documents: papers('KK2', 'KK3') });
    await clerks.calculate(claim);
    // A month and a half of incapacity, less the month; and the finger.
    await becomes(claim, {
      status: 'CALCULATED',
      components: [
        { code: 'JKK_STMB', amountIdr: 500_000 },
        { code: 'JKK_PARTIAL_ANATOMIC', amountIdr: 7_200_000 },
      ],
    });
  });
});
