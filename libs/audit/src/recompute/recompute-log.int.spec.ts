import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS } from '#contexts';
import type { ClaimEvent } from '#contexts/claims/facts';
import { type EventOf, fold, localDate, rupiah } from '#kernel';
import { type LocalEventStore, inMemoryKeyRing, localEventStore, testContext } from '#testing';
import {
  CLAIM,
  JKK_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  jkkFacts,
  lapsedFacts,
} from '../../../contexts/claims/domain/claim.examples.js';
import { approveYear } from '../../../contexts/scholarships/domain/approve-year.js';
import type { ScholarshipEvent } from '../../../contexts/scholarships/domain/scholarship.events.js';
import {
  SCHOLARSHIP_ID,
  evidenced,
  granted,
} from '../../../contexts/scholarships/domain/scholarship.examples.js';
import { scholarships } from '../../../contexts/scholarships/domain/scholarship.js';
import { recomputeLog } from './recompute-log.js';

const id = (last: string) => `${CLAIM.slice(0, -1)}${last}`;
const person = (last: string) => `${PARTICIPANT.slice(0, -1)}${last}`;

describe('The decisions of a log', () => {
  const keyRing = inMemoryKeyRing();
  let log: LocalEventStore;
  let paid: number;

  /** A claim of somebody, with what was calculated. */
  const claim = async (
    last: string,
    calculated: EventOf<ClaimEvent, 'BenefitCalculated'>,
    approved = false,
  ) => {
    const whose = { claimId: id(last), participantId: person(last) };
    const { data } = calculated;
    const events = [
      { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, ...whose } },
      { ...calculated, data: { ...data, ...whose } },
      ...(approved ? [{ type: 'ClaimApproved', data: { ...whose, totalIdr: data.totalIdr } }] : []),
    ];
    await log.store.append(`claim-${id(last)}`, events, null, testContext());
  };

  beforeAll(async () => {
    log = await localEventStore({ keyRing, streams: STREAMS });
    const right = calculatedBy(jkkFacts());
    paid = right.data.totalIdr;
    await claim('1', right, true);
    await claim('2', calculatedBy(lapsedFacts()));
    await claim('3', { ...right, data: { ...right.data, totalIdr: rupiah(paid + 1_000_000) } });
    await claim('4', right);
    await keyRing.destroy(person('4'));
    await claim('5', { ...right, data: { ...right.data, ruleSetVersion: 'PP 44/2015' } });
    const of = (events: readonly ScholarshipEvent[]) =>
      log.store.append(`scholarship-${SCHOLARSHIP_ID}`, events, null, testContext());
    const [approval] = approveYear(
      { scholarshipId: SCHOLARSHIP_ID, year: 2025 },
      fold(scholarships, [granted(), evidenced()]),
      testContext(),
    ) as EventOf<ScholarshipEvent, 'ScholarshipYearApproved'>[];
    const next = { year: 2026, level: 'PT', yearInLevel: 1 } as const;
    await of([
      granted(),
      evidenced(),
      approval!,
      // Altered: the law gives twelve million for a year of PT.
      evidenced(next),
      { ...approval!, data: { ...approval!.data, year: 2026, level: 'PT', yearInLevel: 1 } },
    ]);
  });
  afterAll(() => log.stop());

  const computedAgain = (more: object = {}) => recomputeLog({ log: log.store, mostListed: 10, ...more });

  it('on school years are computed again from the evidence, and what comes out otherwise is named', async () => {
    const { findings, ...counts } = await computedAgain({ programme: 'SCHOLARSHIP' });
    expect(counts).toMatchObject({ decisions: 2, same: 1, different: 1, notComputable: 0 });
    expect(findings).toMatchObject([
      {
        decision: { scholarshipId: SCHOLARSHIP_ID, year: 2026, totalIdr: 3_000_000 },
        recomputed: { outcome: 'DIFFERENT', cause: 'SAME_RULES', computedIdr: 12_000_000 },
      },
    ]);
  });

  it('are computed again, every one, and what comes out otherwise is named', async () => {
    const { findings, ...counts } = await computedAgain({ programme: 'JKK' });
    expect(counts).toMatchObject({
      decisions: 5,
      same: 2,
      erased: 1,
      different: 1,
      sameByOtherRules: 1,
      notComputable: 0,
    });
    expect(findings).toEqual([
      {
        decision: expect.objectContaining({ claimId: id('3'), totalIdr: paid + 1_000_000 }),
        recomputed: expect.objectContaining({ outcome: 'DIFFERENT', cause: 'SAME_RULES', computedIdr: paid }),
      },
      {
        decision: expect.objectContaining({ claimId: id('5'), totalIdr: paid }),
        recomputed: expect.objectContaining({ outcome: 'SAME_BY_OTHER_RULES', totalIdr: paid }),
      },
    ]);
    expect(
      JSON.stringify(findings, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('injuries');
  });

  it('are those of some days and of one programme, where that is asked', async () => {
    expect(await computedAgain({ to: localDate('2000-01-01') })).toMatchObject({ decisions: 0 });
    expect(await computedAgain({ programme: 'JKM' })).toMatchObject({ decisions: 0 });
    expect(await computedAgain({ from: localDate('2000-01-01'), programme: 'JKK' })).toMatchObject({
      decisions: 5,
    });
  });

  it('are counted also where no more of them are listed', async () => {
    expect(await computedAgain({ mostListed: 0, programme: 'JKK' })).toMatchObject({
      different: 1,
      findings: [],
    });
  });

  it('that were approved are compared with what they would come to under a reform', async () => {
    const hardlyAnyTransport = { JKK_TRANSPORT_LAND: { '2015-07-01': 1 } };
    const { whatIf } = await computedAgain({ reform: hardlyAnyTransport });
    const [line] = whatIf?.lines ?? [];
    expect(whatIf).toMatchObject({
      unknown: 0,
      lines: [
        { programme: 'JKK', claims: 1, beforeIdr: paid },
        { programme: 'SCHOLARSHIP', claims: 2, better: 0, worse: 0 },
      ],
    });
    expect(line).toMatchObject({ better: 0, gainedIdr: 0, worse: 1, afterIdr: paid - line!.lostIdr });
    expect(line?.lostIdr).toBeGreaterThan(0);
  });

  it('of a log that holds nothing are none', async () => {
    const empty = await localEventStore({ streams: STREAMS });
    const found = await recomputeLog({ log: empty.store, mostListed: 10 });
    await empty.stop();
    expect(found).toMatchObject({ decisions: 0, findings: [], position: null });
  });
});
