import { describe, expect, it } from '@jest/globals';
import { type EventOf, localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { afterwards, approve, approvedForHeir, as, reassess } from './after-decision.examples.js';
import { ACCIDENT, ACCOUNT, CLAIM, jkkFacts } from './claim.examples.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import type { Basis } from './programme.js';
import { sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { takeOver } from './take-claim-over.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };
const DIED_ON = localDate('2026-08-25');

/** A finger was lost, and the victim is thought dead of something else; or of the accident itself. */
const THOUGHT_DEAD = jkkFacts({}, { diedOn: localDate('2026-11-01') });
const SAID_FATAL = jkkFacts(
  { outcome: 'DEATH', injuries: [], care: [] },
  { diedOn: DIED_ON, diedOfAccidentId: ACCIDENT },
);
const LIVES = jkkFacts({}, { livesAfterAll: true });

/** The last one as the log has it: with the id by which its payments are ordered. */
const recorded = (history: readonly ClaimEvent[], id: string): readonly ClaimEvent[] =>
  history.map((event, place) => (place === history.length - 1 ? Object.assign({ id }, event) : event));

const approvedForOne = (basis: Basis) => recorded(approvedForHeir(basis), 'for the heir');

/** The claim is opened again for a participant who lives after all, and who claims again. */
const claimedAgain = (history: readonly ClaimEvent[]): readonly ClaimEvent[] => {
  const opened = afterwards(history, ({ after }) =>
    reopenClaim({ ...claim, ground: 'NEW_FACT', reason: 'The victim lives' }, after, as('boss'), LIVES),
  );
  const person = { claimantName: 'Sari Contoh', account: ACCOUNT };
  return afterwards(opened, ({ after }) =>
    takeOver({ ...claim, claimant: 'PARTICIPANT', documents: [], person }, after, as('desk'), LIVES),
  );
};

const lastDifference = (history: readonly ClaimEvent[]) =>
  (history.at(-1) as EventOf<ClaimEvent, 'DifferenceApproved'>).data;
const ofHeir = (amountIdr: number) => ({
  byHeirs: true,
  amountIdr,
  ofPayments: [{ approvalId: 'for the heir', payee: 'HEIR', amountIdr }],
});

describe('What was approved for the heir of a participant who lives after all', () => {
  it('is due to the participant, and the heir gets nothing of it', () => {
    const history = claimedAgain(approvedForOne(THOUGHT_DEAD));
    const anew = afterwards(afterwards(history, reassess(LIVES)), approve(LIVES));
    const { amountIdr, ...paid } = lastDifference(anew).payments[0]!;
    expect(paid).toMatchObject({
      payee: 'PARTICIPANT',
      componentCodes: ['JKK_TRANSPORT_LAND', 'JKK_STMB', 'JKK_PARTIAL_ANATOMIC'],
    });
    expect(lastDifference(anew)).toMatchObject({
      differenceIdr: amountIdr,
      paidTooMuch: [ofHeir(amountIdr)],
    });
    expect(lastDifference(anew).payments).toHaveLength(1);
    given(recorded(anew, 'for the participant'))
      .when(reassess(LIVES, 'third assessor'))
      .thenRejected('NOTHING_MORE_DUE');
  });

  it('is asked of the heir whole, where less is due: the participant owes nothing that they never got', () => {
    const alive = jkkFacts({ care: [] }, { livesAfterAll: true });
    const history = claimedAgain(approvedForOne(SAID_FATAL));
    const anew = afterwards(afterwards(history, reassess(alive)), approve(alive, 'second approver', 3));
    const { totalIdr, payments, paidTooMuch } = lastDifference(anew);
    expect(payments).toMatchObject([{ payee: 'PARTICIPANT', amountIdr: totalIdr }]);
    expect(totalIdr).toBeLessThan(70_000_000);
    expect(paidTooMuch).toEqual([ofHeir(rupiah(72_350_000))]);
  });

  it('is so also where a person says what is due', () => {
    const history = claimedAgain(approvedForOne(THOUGHT_DEAD));
    const said = afterwards(history, ({ after }) =>
      sayDifference(
        {
          ...claim,
          ground: 'INSPECTOR',
          components: [{ code: 'JKK_PARTIAL_ANATOMIC', amountIdr: rupiah(7_200_000) }],
          reason: 'The inspector has looked at the hand and at nothing else',
          evidence: 'Letter 12',
        },
        after,
        as('inspected by', '2026-12-04'),
        LIVES,
      ),
    );
    const { payments } = lastDifference(afterwards(said, approve(LIVES)));
    expect(payments).toMatchObject([{ payee: 'PARTICIPANT', amountIdr: 7_200_000 }]);
  });

  it('stands as long as the heir claims', () => {
    const opened = afterwards(approvedForOne(THOUGHT_DEAD), ({ after }) =>
      reopenClaim(
        { ...claim, ground: 'ERROR_OF_OFFICE', reason: 'Looked at again' },
        after,
        as('boss'),
        THOUGHT_DEAD,
      ),
    );
    const { data } = afterwards(opened, reassess(THOUGHT_DEAD)).at(-1) as EventOf<
      ClaimEvent,
      'BenefitReassessed'
    >;
    expect(data).toMatchObject({ differenceIdr: 0 });
    expect(data).not.toHaveProperty('paidTooMuch');
  });
});
