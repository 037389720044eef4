import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { type GrantScholarshipInput, grantScholarship } from './grant-scholarship.js';
import type { ScholarshipEvent } from './scholarship.events.js';
import { approved, ended, granted, lastYearOfSma } from './scholarship.examples.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);

const grant =
  (change: Partial<GrantScholarshipInput> = {}) =>
  (state: ScholarshipState) =>
    grantScholarship({ ...lastYearOfSma, ...change }, state);

function projected(change: Partial<GrantScholarshipInput>) {
  const [event] = grant(change)(fold(scholarships, []));
  return (event as EventOf<ScholarshipEvent, 'ScholarshipGranted'>).data;
}

describe('granting a scholarship', () => {
  it('foresees 63,000,000 for a child in the last year of SMA: one year of SMA and five of PT', () => {
    const { grantedOn, ...inputs } = lastYearOfSma;
    expect(projected({})).toMatchObject({
      ...inputs,
      remainingYears: { TK: 0, SD: 0, SMP: 0, SMA: 1, PT: 5 },
      projected: [
        { code: 'SCHOLARSHIP_SMA', amountIdr: 3_000_000, arithmetic: '1 × 3,000,000 = 3,000,000' },
        { code: 'SCHOLARSHIP_PT', amountIdr: 60_000_000, arithmetic: '5 × 12,000,000 = 60,000,000' },
      ],
      projectedMaximumIdr: 63_000_000,
      effectiveOn: grantedOn,
    });
  });

  it('foresees the full path of 87,000,000 for a child below school age', () => {
    expect(projected({ school: undefined }).projectedMaximumIdr).toBe(87_000_000);
  });

  it('counts the school years that have begun between the registration of the child and the event', () => {
    const inSmp = { school: { level: 'SMP', yearInLevel: 3 } as const };
    expect(projected({ ...inSmp, asOf: localDate('2024-11-05') }).projectedMaximumIdr).toBe(71_000_000);
    expect(projected({ ...inSmp, asOf: localDate('2022-03-01') }).projectedMaximumIdr).toBe(63_000_000);
  });

  it('pays 12,000,000 once for events before 2 December 2019', () => {
    expect(projected({ eventDate: localDate('2019-12-01') })).toMatchObject({
      projectedMaximumIdr: 12_000_000,
      projected: [{ code: 'SCHOLARSHIP', law: 'PP 44/2015' }],
    });
  });

  it('changes nothing when it was granted before, even if it has ended', () => {
    given([granted()]).when(grant()).thenNothing();
    given([granted(), ended('MARRIED', localDate('2025-06-01'))])
      .when(grant())
      .thenNothing();
  });

  it('goes on once the child is among the first after all, and no year of it is approved twice', () => {
    const history = [granted(), approved(2025), ended('NOT_AMONG_FIRST', localDate('2025-12-01'))];
    expect(grant()(fold(scholarships, history))).toMatchObject([{ type: 'ScholarshipGranted' }]);
    expect(fold(scholarships, [...history, granted()])).toMatchObject({
      situation: 'ENTITLED',
      years: [{ year: 2025, situation: 'APPROVED' }],
    });
  });

  it('refuses a third child, and a second one under the law before 2 December 2019', () => {
    given()
      .when(grant({ place: 3 }))
      .thenRejected('NOT_AMONG_ENTITLED_CHILDREN');
    given()
      .when(grant({ place: 2, eventDate: localDate('2019-12-01') }))
      .thenRejected('NOT_AMONG_ENTITLED_CHILDREN');
  });
});
