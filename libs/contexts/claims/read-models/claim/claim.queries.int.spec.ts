import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TablesIn } from '#followers';
import { localDate, rupiah, totalOf } from '#kernel';
import { calculate } from '#law';
import { sql } from '#postgres';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import {
  ACCIDENT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_PAPERS,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  calculated,
} from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { claimReadModel } from './claim.read-model.js';
import {
  ACCIDENT_STORY,
  APPROVED,
  CALCULATED,
  STREAM,
  TO_CLAIMANT,
  accepted,
  corrected,
  instructed,
  ordered,
  returned,
  settled,
} from './claim.examples.js';
import { CLAIM_ORDERS, type ClaimListQuery, ExplainClaim, GetClaim, ListClaims } from './claim.queries.js';

const idOf = (nth: number) => `5f0c7f0e-7777-5000-8000-00000000000${nth}`;
const [WAITING, DUE, LATE, PAPERS] = [1, 2, 3, 4].map(idOf) as [string, string, string, string];
const today = localDate('2026-11-20');

const submitted = (event: ClaimEvent, claimId: string, submittedOn: string, office = 'Bekasi'): ClaimEvent =>
  ({ ...event, data: { ...event.data, claimId, office, submittedOn: localDate(submittedOn) } }) as ClaimEvent;
const completed = (claimId: string, payBy: string): ClaimEvent => ({
  ...COMPLETED,
  data: { ...COMPLETED.data, claimId, payBy: localDate(payBy) },
});

describe('the worklist of claims', () => {
  let fresh: FreshDatabase;
  let handler: InstanceType<typeof ListClaims.handler>;
  let tables: TablesIn<typeof claimReadModel>;

  beforeAll(async () => {
    fresh = await freshDatabase();
    handler = new ListClaims.handler(new ReadModels(fresh.database, 0));
    ({ tables } = await storedReadModelSpec(claimReadModel, () => fresh.database)(
      on(`claim-${WAITING}`, submitted(JKK_SUBMITTED, WAITING, '2026-11-20')),
      on(`claim-${DUE}`, submitted(JKK_SUBMITTED, DUE, '2026-11-18'), completed(DUE, '2026-11-20')),
      on(
        `claim-${LATE}`,
        submitted(JKM_SUBMITTED, LATE, '2026-11-10', 'Cikarang'),
        completed(LATE, '2026-11-13'),
        calculated({ claimId: LATE, totalIdr: rupiah(42_000_000) }),
      ),
      on(`claim-${PAPERS}`, submitted(JKM_SUBMITTED, PAPERS, '2026-11-20', 'Cikarang')),
    ));
  });
  afterAll(() => fresh.drop());

  const page = (filter: Partial<ClaimListQuery>) =>
    handler.execute(new ListClaims({ limit: 50, ...filter, today, sight: SEES_ALL }));
  const found = async (filter: Partial<ClaimListQuery>) =>
    (await page(filter)).items.map(({ claimId }) => claimId);

  it.each<[string, Partial<ClaimListQuery>, string[]]>([
    ['everything, the oldest first', {}, [LATE, DUE, WAITING, PAPERS]],
    ['a status', { status: 'CALCULATED' }, [LATE]],
    ['a programme', { programme: 'JKM' }, [LATE, PAPERS]],
    ['an office', { office: 'Bekasi' }, [DUE, WAITING]],
    ['an accident', { accidentId: JKK_SUBMITTED.data.accidentId }, [DUE, WAITING]],
    ['nobody', { participantId: WAITING }, []],
    ['an age', { minAgeDays: 2 }, [LATE, DUE]],
    ['what is overdue: the last day has passed', { overdue: true }, [LATE]],
    ['what is not overdue, also without a last day', { overdue: false }, [DUE, WAITING, PAPERS]],
    ['all of it together', { programme: 'JKM', office: 'Cikarang', overdue: false }, [PAPERS]],
  ])('can be narrowed down to %s', async (_what, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it.each([
    ['submittedOn', [LATE, DUE, WAITING, PAPERS]],
    ['-submittedOn', [PAPERS, WAITING, DUE, LATE]],
    ['payBy', [LATE, DUE, WAITING, PAPERS]],
    ['-payBy', [PAPERS, WAITING, DUE, LATE]],
  ] as const)('comes in the order %s, page by page without a gap', async (sort, expected) => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { items, nextCursor } = await page({ sort, limit: 1, cursor });
      seen.push(...items.map(({ claimId }) => claimId));
      cursor = nextCursor;
    }
    expect(seen).toEqual(expected);
    expect(CLAIM_ORDERS).toContain(sort);
  });

  it('finds the few that are being re-assessed by an index', async () => {
    const plan = await tables.transaction().execute(async (query) => {
      // PostgreSQL would read a table of four rows as a whole.
      await sql`set local enable_seqscan = off`.execute(query);
      return query.selectFrom('claims').selectAll().where('reassessment', 'is not', null).explain();
    });
    expect(JSON.stringify(plan)).toMatch(/Index Scan (using|on) claims_by_reassessment/);
    expect(await found({ reassessment: true })).toEqual([]);
  });

  it('tells age and lateness on the day of the question', async () => {
    const [late] = (await page({ status: 'CALCULATED' })).items;
    expect(late).toMatchObject({ overdue: true, ageDays: 10, payBy: '2026-11-13', totalIdr: 42_000_000 });
  });
});

describe('one claim', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(claimReadModel, () => fresh.database);
  const detail = () =>
    new GetClaim.handler(new ReadModels(fresh.database, 0)).execute(
      new GetClaim({ claimId: CLAIM, today, sight: SEES_ALL }),
    );

  it('shows all that was decided about it, by whom and by which rules', async () => {
    const { assessorId, ruleSetVersion } = CALCULATED.data;
    const grave = { ...CALCULATED, data: { ...CALCULATED.data, entitledChildren: [CHILD] } };
    const projected = await project(on(STREAM, JKK_SUBMITTED, COMPLETED, grave, APPROVED));
    const { eventDate, participantId, accidentId } = JKK_SUBMITTED.data;
    expect(await detail()).toMatchObject({
      claimId: CLAIM,
      programme: 'JKK',
      status: 'APPROVED',
      participantId,
      accidentId,
      eventDate,
      submittedOn: today,
      completedOn: today,
      payBy: '2026-12-01',
      assessorId,
      ruleSetVersion,
      deciderId: 'supervisor',
      decidedOn: today,
      totalIdr: 20_500_000,
      orderedIdr: 0,
      paidIdr: 0,
      refusal: null,
      entitledChildren: 1,
      missing: [],
      documents: JKK_PAPERS,
      payouts: [],
      lateInvoices: [],
      revision: 3,
    });
    await projected.thenAppliedTwiceNothingChanges();
  });

  it.each([
    ['2026-12-31', null],
    ['2027-01-04', 'CALENDAR_MISSING'],
  ])(
    'whose last day is %s marks it %j: no day off of the next year may be decreed yet',
    async (payBy, mark) => {
      await project(on(STREAM, JKK_SUBMITTED, completed(CLAIM, payBy)));
      expect(await detail()).toMatchObject({ payBy, calendar: mark });
    },
  );

  it('tells accident, claim and payments as one story', async () => {
    await project(
      on(`accident-${ACCIDENT}`, ...ACCIDENT_STORY),
      on(STREAM, JKK_SUBMITTED, COMPLETED, CALCULATED, APPROVED),
      on(
        `payout-${TO_CLAIMANT}`,
        ordered(TO_CLAIMANT, 'PARTICIPANT', 20_500_000),
        instructed(TO_CLAIMANT),
        accepted(TO_CLAIMANT),
        returned(TO_CLAIMANT),
        corrected(TO_CLAIMANT),
        settled(TO_CLAIMANT, 20_500_000),
      ),
    );
    const { timeline, payouts, status } = await detail();
    expect(timeline.map(({ of, type }) => `${of}: ${type}`)).toEqual([
      ...ACCIDENT_STORY.map(({ type }) => `accident: ${type}`),
      'claim: ClaimSubmitted',
      'claim: ClaimCompleted',
      'claim: BenefitCalculated',
      'claim: ClaimApproved',
      'payout: PayoutOrdered',
      'payout: PayoutInstructed',
      'payout: PayoutAccepted',
      'payout: PayoutReturned',
      'payout: PayoutAccountCorrected',
      'payout: PayoutSettled',
    ]);
    expect(payouts).toEqual([
      {
        payoutId: TO_CLAIMANT,
        payee: 'PARTICIPANT',
        amountIdr: 20_500_000,
        status: 'SETTLED',
        settledOn: today,
        cameBackIdr: 0,
      },
    ]);
    expect(status).toBe('PAID');
  });

  const explained = () =>
    new ExplainClaim.handler(new ReadModels(fresh.database, 0)).execute(
      new ExplainClaim({ claimId: CLAIM, sight: SEES_ALL }),
    );

  it('is explained by what the law was asked, down to its rules, and comes to the recorded total', async () => {
    const inputs = { segment: 'PU', deathDate: '2026-08-20', totalPaidMonths: 12 };
    const { components, totalIdr, ruleSetVersion } = calculate({ calculator: 'JKM', ...inputs });
    const lines = components.map(({ code, amountIdr, law, article }) => ({
      code,
      amountIdr,
      law,
      article,
      payee: 'HEIR' as const,
    }));
    const health = { inputs, arithmetic: [] };
    const recorded = calculated({ components: lines, totalIdr, ruleSetVersion, health });
    await project(on(STREAM, JKM_SUBMITTED, COMPLETED, recorded));
    const { explanation, ...answer } = await explained();
    expect(answer).toEqual({ claimId: CLAIM, ruleSetVersion, totalIdr, agrees: true });
    expect(totalOf(explanation.components)).toBe(totalIdr);
    expect(explanation.components.map(({ code }) => code)).toEqual(components.map(({ code }) => code));
    expect(explanation.components[0]?.because).toMatchObject({ kind: 'PARAMETER', rule: 'JKM_DEATH' });
  });

  it('says so when another total was recorded than the law gives today', async () => {
    const inputs = { segment: 'PU', deathDate: '2026-08-20', totalPaidMonths: 12 };
    await project(
      on(
        STREAM,
        JKM_SUBMITTED,
        COMPLETED,
        calculated({ totalIdr: rupiah(1), health: { inputs, arithmetic: [] } }),
      ),
    );
    expect((await explained()).agrees).toBe(false);
  });

  it('is not explained once no calculator takes what was asked then', async () => {
    const health = { inputs: { segment: 'PU', deathDate: '2026-02-30' }, arithmetic: [] };
    await project(on(STREAM, JKM_SUBMITTED, COMPLETED, calculated({ health })));
    await expect(explained()).rejects.toMatchObject({ code: 'NOTHING_TO_EXPLAIN' });
  });

  it('is not explained before anything was calculated', async () => {
    await project(on(STREAM, JKM_SUBMITTED, COMPLETED));
    await expect(explained()).rejects.toMatchObject({ code: 'NOTHING_TO_EXPLAIN' });
  });
});
