import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccountNamed } from './account.events.js';
import { namedAccounts, noteAccount } from './named-account.js';
import { SITI } from './participant.examples.js';
import { TWIN } from './merger.examples.js';

const given = decisionSpec(namedAccounts);
const ACCOUNT = '0f0c7f0e-7777-8000-8000-000000000001';

const named = (participantId: string): AccountNamed => ({
  type: 'AccountNamed',
  data: { accountId: ACCOUNT, participantId, effectiveOn: localDate('2026-11-20') },
});
const noting = (participantId: string) => (state: Parameters<typeof noteAccount>[1]) =>
  noteAccount({ accountId: ACCOUNT, participantId }, state, testContext());

describe('A bank account', () => {
  it('is noted for every participant for whom it was named, once for each', () => {
    given()
      .when(noting(SITI))
      .thenRecorded([named(SITI)]);
    given([named(SITI)])
      .when(noting(SITI))
      .thenNothing();
    given([named(SITI)])
      .when(noting(TWIN))
      .thenRecorded([named(TWIN)]);
  });
});
