import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { LikenessNoted } from './likeness.events.js';
import { likenesses, noteLikeness } from './likeness.js';

const given = decisionSpec(likenesses);
const LIKENESS = '0f0c7f0e-7777-8000-8000-000000000002';

const of = (claimId: string, participantId: string) => ({
  likenessId: LIKENESS,
  of: 'DEATH_CERTIFICATE' as const,
  claimId,
  participantId,
});
const noted = (claimId: string, participantId: string, otherIds: readonly string[] = []): LikenessNoted => ({
  type: 'LikenessNoted',
  data: { ...of(claimId, participantId), otherIds, effectiveOn: localDate('2026-11-20') },
});
const noting =
  (claimId: string, participantId: string, ids = [participantId]) =>
  (state: Parameters<typeof noteLikeness>[1]) =>
    noteLikeness(of(claimId, participantId), state, testContext(), ids);

describe('What a claim for a death names', () => {
  it('is noted once for each claim, with those for other deaths that name it too', () => {
    given()
      .when(noting('claim-1', 'siti'))
      .thenRecorded([noted('claim-1', 'siti')]);
    given([noted('claim-1', 'siti')])
      .when(noting('claim-1', 'siti'))
      .thenNothing();
    given([noted('claim-1', 'siti')])
      .when(noting('claim-2', 'budi'))
      .thenRecorded([noted('claim-2', 'budi', ['claim-1'])]);
  });

  it('says nothing of another claim for the same death, under whichever id', () => {
    given([noted('claim-1', 'siti')])
      .when(noting('claim-2', 'siti'))
      .thenRecorded([noted('claim-2', 'siti')]);
    given([noted('claim-1', 'siti')])
      .when(noting('claim-2', 'siti-now', ['siti-now', 'siti']))
      .thenRecorded([noted('claim-2', 'siti-now')]);
  });
});
