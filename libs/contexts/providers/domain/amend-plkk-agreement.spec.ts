import { describe, expect, it } from '@jest/globals';
import { instant, localDate, proposalIdOf } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import { amendPlkkAgreement } from './amend-plkk-agreement.js';
import type { FacilityEvent } from './facility.events.js';
import { amended, ended, putForwardBy, registered, signed } from './facility.examples.js';
import { type FacilityState, facilities } from './facility.js';
import { plkkOn } from './plkk-facts.js';
import { signPlkkProposal } from './sign-plkk-proposal.js';

const given = decisionSpec(facilities);
const { actor, today } = testContext();
const day = localDate;

const ACCOUNT = { bank: 'BANK LAIN', number: '0007654321', holder: 'RS Contoh Cikarang' };
const FORMER = { bank: 'BANK CONTOH', number: '0001234567', holder: 'RS Contoh Cikarang' };

const amend =
  (from: string, changes: Partial<Parameters<typeof amendPlkkAgreement>[0]> = { account: ACCOUNT }) =>
  (state: FacilityState) => {
    const paper = { facilityId: 'facility-1', agreementId: 'agreement-1', reference: 'ADD/005/2026' };
    return amendPlkkAgreement({ ...paper, from: day(from), terms: {}, ...changes }, state, testContext());
  };

const proposed = (from: string) =>
  putForwardBy(
    { kind: 'AMENDMENT', from: day(from), terms: {}, account: ACCOUNT },
    { reference: 'ADD/005/2026' },
  );

const proposalId = proposalIdOf(testContext());
const sign = (state: FacilityState) =>
  signPlkkProposal(
    { facilityId: 'facility-1', proposalId },
    state,
    testContext({
      issuedAt: instant('2026-11-21T03:00:00Z'),
      actor: { id: 'second', roles: ['supervisor'], office: actor.office },
    }),
  );

const withAccount = (from: string): FacilityEvent => {
  const { type, data } = amended(from, {}) as Extract<FacilityEvent, { type: 'PlkkAgreementAmended' }>;
  const signatures = { proposalId, proposerId: actor.id, signerId: 'second' };
  return { type, data: { ...data, account: ACCOUNT, ...signatures } };
};

const plkk = [registered(), signed()];
const over = [registered(), signed('agreement-1', ['2025-01-01', '2025-12-31'])];

describe('where a PLKK is paid', () => {
  it.each([
    ['while its agreement runs', plkk, '2026-11-20'],
    ['after its agreement has run out, as what was billed is still paid', over, '2025-12-31'],
    ['after its agreement was ended', [...plkk, ended('2026-11-20', '2026-11-30')], '2026-11-20'],
  ])('is put forward by one and signed by a second person, %s', (_when, history, from) => {
    given(history)
      .when(amend(from))
      .thenRecorded([proposed(from)]);
    given([...history, proposed(from)])
      .when(sign)
      .thenRecorded([withAccount(from)]);
  });

  it('is another account once both have signed, for whatever the bank is told from then on', async () => {
    const account = async (...more: readonly FacilityEvent[]) =>
      (await plkkOn(logOf({ 'facility-facility-1': [...plkk, ...more] }), 'facility-1', day('2026-03-01')))
        .account;
    expect(await account(proposed('2026-11-20'))).toEqual(FORMER);
    expect(await account(proposed('2026-11-20'), withAccount('2026-11-20'))).toEqual(ACCOUNT);
  });

  it('stays as it was where an addendum changes terms alone, and terms stay where it changes the account alone', async () => {
    const history = [...plkk, withAccount('2026-11-20'), amended('2026-11-20', { beds: 9 })];
    const known = await plkkOn(logOf({ 'facility-facility-1': history }), 'facility-1', today);
    expect(known).toMatchObject({ account: ACCOUNT, terms: { beds: 9, takesPayments: true } });
  });

  it.each([
    ['counts later', plkk, amend('2026-11-21'), 'ACCOUNT_COUNTS_LATER'],
    ['counts from a day before the agreement', plkk, amend('2025-12-31'), 'NOT_WITHIN_AGREEMENT'],
    [
      'comes with other terms after the end',
      [...plkk, ended('2026-11-20', '2026-11-30')],
      amend('2026-11-20', { account: ACCOUNT, terms: { beds: 9 } }),
      'AGREEMENT_ENDED',
    ],
  ])('is not put forward where it %s', (_what, history, decide, code) => {
    given(history).when(decide).thenRejected(code);
  });
});
