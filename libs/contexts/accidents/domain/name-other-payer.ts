import { type CommandContext, Rejection, type Rupiah } from '#kernel';
import type { OtherPayer, OtherPayerStatus } from '#law';
import type { AccidentEvent } from './accident.events.js';
import { reportedAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { accidentRefusals } from './refusals.js';

export interface NameOtherPayerInput {
  readonly accidentId: string;
  readonly payer: OtherPayer;
  readonly status: OtherPayerStatus;
  readonly amountIdr?: Rupiah;
  readonly byAir?: boolean;
  readonly reference: string;
}

/**
 * Says who pays for the care before JKK does, and what it answered (penjamin lain). A refusal has its letter or police report as proof;
 * whoever was only asked counts as bearing what it bears at most. What is said last counts for whatever is decided after it: what
 * was paid already is repaid by recourse, and what turns out not to be borne is paid by approving once more.
 * @throws Rejection as `reportedAccident` does, `OTHER_PAYER_SAYS_NO_AMOUNT`, `OTHER_PAYER_BEARS_NOTHING`
 */
export function nameOtherPayer(
  { amountIdr, byAir, ...input }: NameOtherPayerInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId } = reportedAccident(state);
  const bearsNothing = input.status === 'REFUSED' || input.status === 'NOT_COVERED';
  if (bearsNothing && amountIdr !== undefined)
    throw new Rejection(accidentRefusals.OTHER_PAYER_BEARS_NOTHING());
  const mayBeOpen = bearsNothing || (input.status === 'ASKED' && input.payer === 'JASA_RAHARJA');
  if (!mayBeOpen && amountIdr === undefined)
    throw new Rejection(accidentRefusals.OTHER_PAYER_SAYS_NO_AMOUNT());
  return [
    {
      type: 'OtherPayerNamed',
      data: {
        ...input,
        ...(amountIdr !== undefined && { amountIdr }),
        ...(byAir && { byAir }),
        participantId,
        effectiveOn: today,
      },
    },
  ];
}
