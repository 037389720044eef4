import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import {
  CLAIM_ID,
  PARTICIPANT_ID,
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  evidenced,
  granted,
} from '../../domain/scholarship.examples.js';
import { ListScholarships, type ScholarshipListQuery, GetScholarship } from './scholarship.queries.js';
import { AUGUST_25, AUGUST_27, PAYOUT_ID, instructed, ordered, settled } from './payments.examples.js';
import { scholarshipReadModel } from './scholarship.read-model.js';

const STREAM = `scholarship-${SCHOLARSHIP_ID}`;
const OTHER = '1e8d7c6b-5f4e-5d3c-9b2a-182736455463';

describe('the scholarship read model', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(scholarshipReadModel, () => fresh.database);

  const detail = () =>
    new GetScholarship.handler(new ReadModels(fresh.database, 0)).execute(
      new GetScholarship({ scholarshipId: SCHOLARSHIP_ID, sight: SEES_ALL }),
    );

  const list = (filter: Partial<ScholarshipListQuery> = {}) =>
    new ListScholarships.handler(new ReadModels(fresh.database, 0)).execute(
      new ListScholarships({ limit: 10, ...filter, sight: SEES_ALL }),
    );

  /** A scholarship whose one year was paid. */
  async function withPaidYear() {
    const projected = await project(on(STREAM, granted(), evidenced(), approved(2025)));
    const approvalId = projected.events.at(-1)?.id ?? '';
    return projected.and(on(`payout-${PAYOUT_ID}`, ordered(approvalId), instructed, settled));
  }

  it('tells everything of one scholarship, year by year', async () => {
    await withPaidYear();
    const shown = await detail();
    expect(shown).toMatchObject({
      scholarshipId: SCHOLARSHIP_ID,
      claimId: CLAIM_ID,
      status: 'ENTITLED',
      eventDate: '2025-02-01',
      grantedOn: '2025-03-10',
      level: 'SMA',
      yearInLevel: 3,
      remainingYears: { TK: 0, SD: 0, SMP: 0, SMA: 1, PT: 5 },
      projected: [],
      projectedIdr: 63_000_000,
      approvedIdr: 3_000_000,
      paidIdr: 3_000_000,
      endReason: null,
      revision: 2,
    });
    expect(shown.years).toEqual([
      {
        year: 2025,
        status: 'PAID',
        level: 'SMA',
        yearInLevel: 3,
        submittedBy: 'registrar-7',
        submittedOn: '2025-08-20',
        documents: [
          { kind: 'SCHOOL_LETTER', reference: 'SK-12/SMA/2025' },
          { kind: 'REPORT_CARD', reference: 'RPT-2025-1' },
        ],
        payee: 'GUARDIAN',
        accountMasked: '****7890',
        deciderId: 'user-1',
        decidedOn: '2025-08-20',
        components: [],
        amountIdr: 3_000_000,
        refusal: null,
        payoutId: PAYOUT_ID,
        paidOn: '2025-08-27',
      },
    ]);
    expect(shown.timeline.map(({ type, year }) => [type, year])).toEqual([
      ['ScholarshipGranted', null],
      ['ScholarshipEvidenceSubmitted', 2025],
      ['ScholarshipYearApproved', 2025],
      ['PayoutOrdered', 2025],
      ['PayoutInstructed', 2025],
      ['PayoutSettled', 2025],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/002301004567890|Contoh|2007-05-04/);
  });

  it('tells the years in their order, and why one was denied', async () => {
    await project(on(STREAM, granted(), evidenced({ year: 2026 }), evidenced(), denied(2025)));
    expect((await detail()).years).toMatchObject([
      { year: 2025, status: 'DENIED', refusal: { decision: 'REJECTED_NO_EVIDENCE', article: 'Annex III' } },
      { year: 2026, status: 'EVIDENCED', refusal: null },
    ]);
  });

  it('lists scholarships by status, level, claim, participant and what waits, page by page', async () => {
    const other = granted();
    await project(
      on(STREAM, granted(), evidenced()),
      on(`scholarship-${OTHER}`, {
        ...other,
        data: { ...other.data, scholarshipId: OTHER, school: undefined, effectiveOn: AUGUST_25 },
      }),
    );
    const found = async (filter: Partial<ScholarshipListQuery>) =>
      (await list(filter)).items.map(({ scholarshipId }) => (scholarshipId === OTHER ? 'other' : 'first'));
    expect(await found({})).toEqual(['first', 'other']);
    expect(await found({ status: 'ENDED' })).toEqual([]);
    expect(await found({ level: 'SMA' })).toEqual(['first']);
    expect(await found({ claimId: CLAIM_ID, participantId: PARTICIPANT_ID })).toEqual(['first', 'other']);
    expect(await found({ yearStatus: 'EVIDENCED' })).toEqual(['first']);
    expect(await found({ withoutEvidenceOf: 2025 })).toEqual(['other']);
    expect(await found({ withoutEvidenceOf: 2026 })).toEqual(['first', 'other']);

    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ level }) => level)).toEqual(['SMA', null]);
    expect(second.nextCursor).toBeNull();
  });

  it('says when there is no such scholarship', async () => {
    await project();
    await expect(detail()).rejects.toMatchObject({ code: 'SCHOLARSHIP_NOT_FOUND' });
  });

  it('stays the same when the same events come twice, and moves on past what it does not know', async () => {
    const projected = await withPaidYear();
    await projected.and(on(STREAM, ended('LEVELS_DONE', AUGUST_27)));
    await projected.thenAppliedTwiceNothingChanges();
    await projected.thenUnknownEventsAreIgnored();
  });
});
