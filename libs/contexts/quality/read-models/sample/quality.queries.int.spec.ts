import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, localDate, period, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase, on, storedReadModelSpec } from '#testing';
import { SUBJECTS, type SubjectKind } from '../../domain/sample.events.js';
import { ListDecisions } from './quality.queries.js';
import { sampleReadModel } from './sample.read-model.js';

const CLAIM = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
const RIGHT = '00000000-0000-4000-8000-000000000001';
const NOVEMBER_20 = localDate('2026-11-20');
const month = period('2026-11');

describe('All decisions of a month', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(sampleReadModel, () => fresh.database);

  const said = { participantId: RIGHT, claimId: CLAIM, effectiveOn: NOVEMBER_20 };
  const decided = [
    on(
      `claim-${CLAIM}`,
      event('ClaimSubmitted', { ...said, office: 'BEKASI' }),
      event('ClaimDenied', { ...said, rule: 'D-01', deciderId: 'cahya' }),
    ),
    on(
      `scholarship-${RIGHT}`,
      event('ScholarshipGranted', { ...said, scholarshipId: RIGHT }),
      event('ScholarshipYearApproved', {
        ...said,
        scholarshipId: RIGHT,
        amountIdr: rupiah(1_500_000),
        approverId: 'dewi',
      }),
    ),
  ];
  const drawn = (subjects?: readonly SubjectKind[]) =>
    on(
      'sampling-all',
      event('SampleSeedRecorded', { month, seed: 'cc', effectiveOn: NOVEMBER_20 }),
      event('SampleDrawn', {
        month,
        positionId: '9999999',
        ...(subjects && { subjects }),
        decisions: 1,
        drawn: 1,
        reviewedBefore: 0,
        wrongBefore: 0,
        isDoubled: false,
        effectiveOn: NOVEMBER_20,
      }),
    );

  const listed = async () => {
    const handler = new ListDecisions.handler(new ReadModels(fresh.database, 0));
    const { items } = await handler.execute(new ListDecisions({ month, limit: 10, sight: SEES_ALL }));
    return items.map(({ subjectKind }) => subjectKind).sort();
  };

  it('are those that were drawn from: of an earlier release the claims alone', async () => {
    await project(...decided);
    expect(await listed()).toEqual(['CLAIM', 'SCHOLARSHIP']);
    await project(...decided, drawn());
    expect(await listed()).toEqual(['CLAIM']);
    await project(...decided, drawn(SUBJECTS));
    expect(await listed()).toEqual(['CLAIM', 'SCHOLARSHIP']);
  });
});
