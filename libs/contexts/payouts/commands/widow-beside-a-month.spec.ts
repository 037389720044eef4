import { describe, expect, it } from '@jest/globals';
import { disputeSteps } from '#contexts/claims/facts';
import { fold, isHeld, localDate, rupiah } from '#kernel';
import { logOf } from '#testing/decisions';
import { afterwards, as } from '../../claims/domain/after-decision.examples.js';
import { approveClaim } from '../../claims/domain/approve-claim.js';
import { calculateBenefit } from '../../claims/domain/calculate-benefit.js';
import {
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  TAKEN_OVER,
  jkkFacts,
  receivedLater,
} from '../../claims/domain/claim.examples.js';
import type { ClaimEvent } from '../../claims/domain/claim.events.js';
import { claims } from '../../claims/domain/claim.js';
import { establish } from '../../claims/domain/establish-heirs.js';
import { heirsInDispute } from '../../claims/domain/heirs-in-dispute.js';
import {
  giveHeirsUp,
  reportHeirDeath,
  revokeHeirDeath,
  wantHeirs,
} from '../../claims/domain/wanted-heirs.js';
import { sitiDied, sitiRegistered } from '../../participants/domain/participant.examples.js';
import { ACCOUNT, ordered, toTheHeir } from '../domain/payout.examples.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { payouts } from '../domain/payout.js';
import { heirsOf } from './paid-for.js';

type Events = readonly ClaimEvent[];
const claim = { claimId: CLAIM };
const { participantId } = JKK_SUBMITTED.data;
const dead = jkkFacts({}, { diedOn: localDate('2026-11-01') });

const MONTH: ClaimEvent = {
  type: 'InterimApproved',
  data: {
    ...claim,
    participantId,
    programme: 'JKK',
    approverId: 'head',
    totalIdr: rupiah(1_000_000),
    payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: rupiah(1_000_000) }],
    payBy: localDate('2026-11-20'),
    authority: { level: 2 },
    effectiveOn: localDate('2026-10-20'),
    person: { account: ACCOUNT },
  },
};

/** Heirs of the participant are looked for, as the process does that follows payments. */
const wanted = (known: Events, day: string): Events => [
  ...known,
  ...wantHeirs(claim, fold(heirsInDispute, known), as('process', day)),
];

/** A month was approved and not paid when the participant died; the widow takes the claim over, and is approved. */
function takenOver(before: Events): Events {
  const known: Events = [...before, TAKEN_OVER];
  const calculated = [
    ...known,
    ...calculateBenefit(claim, fold(claims, known), as('assessor', '2026-11-21'), dead),
  ];
  return [
    ...calculated,
    ...approveClaim(claim, fold(claims, calculated), as('supervisor', '2026-11-22'), dead),
  ];
}
const SUBMITTED: Events = [JKK_SUBMITTED, receivedLater(HEIR_PAPERS), COMPLETED, MONTH];
const WANTED = takenOver(wanted(SUBMITTED, '2026-11-20'));

const said = { ...claim, words: 'The widow Rohmah', evidence: 'SKM 7' };
const widowDies = (known: Events): Events =>
  afterwards(known, (state) =>
    reportHeirDeath({ ...said, diedOn: localDate('2026-11-23') }, state, as('reporter', '2026-11-25'), dead),
  );
const widowLives = (known: Events): Events =>
  afterwards(known, (state) => revokeHeirDeath(said, state, as('colleague', '2026-11-26')));
const sonHasTheMonth = (known: Events): Events =>
  afterwards(known, ({ after }) =>
    establish(
      {
        ...claim,
        sharing: 'COURT',
        certificate: 'archive/skaw',
        heirs: [
          {
            relation: 'CHILD',
            standing: 'PAID',
            name: 'Putra Contoh',
            birthDate: localDate('2000-01-01'),
            account: ACCOUNT,
          },
        ],
      },
      after,
      as('desk', '2026-11-24'),
      dead,
    ),
  );

const source = { kind: 'CLAIM', id: CLAIM, eventId: 'approval' } as const;
const HERS = ordered({ ...toTheHeir, participantId, source });

/** Whether what was approved for the widow may go to the bank: by the step that finance is shown, and by its command. */
async function mayBePaid(known: Events) {
  const { heldBy } = fold(payoutSteps, [HERS]).expected ?? {};
  const log = logOf({
    [claims.of(CLAIM)]: known,
    [`participant-${participantId}`]: [sitiRegistered(), sitiDied('2026-11-01')],
  });
  const { isOthers = false } = await heirsOf(fold(payouts, [HERS]), log);
  return { isShown: !(heldBy && isHeld(heldBy, fold(disputeSteps, known))), isDecided: !isOthers };
}
const PAID = { isShown: true, isDecided: true };
const NOT_PAID = { isShown: false, isDecided: false };

describe('A widow who claimed alone, beside a month of the participant', () => {
  it('is paid while heirs of the month are looked for, and is not once she is reported dead', async () => {
    expect(await mayBePaid(WANTED)).toEqual(PAID);
    expect(await mayBePaid(widowDies(WANTED))).toEqual(NOT_PAID);
  });

  it('is meant by a report that names nobody, and not the son who has the month', async () => {
    const died = widowDies(sonHasTheMonth(WANTED));
    expect(died.at(-1)).toMatchObject({ type: 'HeirsWanted', data: { whoDied: 'HEIR' } });
    expect(died.at(-1)?.data).not.toHaveProperty('heirId');
    expect(await mayBePaid(died)).toEqual(NOT_PAID);
    expect(await mayBePaid(widowLives(died))).toEqual(PAID);
  });
});

describe('The heirs of that month', () => {
  it.each([
    ['before she was reported dead', widowLives(widowDies(WANTED))],
    ['afterwards', widowLives(wanted(widowDies(takenOver(SUBMITTED)), '2026-11-25'))],
  ])(
    'who were looked for %s are looked for still once she lives after all, until they are given up',
    (_when, lives) => {
      expect(fold(disputeSteps, lives).expected).toMatchObject({ step: 'ESTABLISH_HEIRS' });
      expect(giveHeirsUp(claim, fold(heirsInDispute, lives), as('process', '2028-01-20'))).toMatchObject([
        { type: 'NobodyInherits' },
      ]);
    },
  );

  it('who were not found in time stay given up', () => {
    const inVain = [
      ...WANTED,
      ...giveHeirsUp(claim, fold(heirsInDispute, WANTED), as('process', '2028-01-20')),
    ];
    const lives = widowLives(widowDies(inVain));
    expect(fold(heirsInDispute, lives)).toEqual(fold(heirsInDispute, inVain));
    expect(fold(disputeSteps, lives)).toEqual(fold(disputeSteps, inVain));
  });
});
