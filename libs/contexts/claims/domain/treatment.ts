import type { CommandContext } from '#kernel';
import { countedFrom } from '#law';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimIn, ClaimState } from './claim.js';
import { type Basis, payByOf } from './programme.js';
import { type CountedDocument, type WhatIsAsked, documentsVerdict } from './documents-verdict.js';
import { WAIT_TERMS } from './terms.js';

/**
 * What the documents at hand amount to. A claim that is complete before the treatment has ended waits for that (reference 2.1): nobody is
 * late with it meanwhile, and what is due by month is paid all the same.
 */
export function verdictOn(
  claim: WhatIsAsked,
  basis: Basis,
  documents: readonly CountedDocument[],
  context: CommandContext,
): readonly ClaimEvent[] {
  const verdict = documentsVerdict(claim, basis, documents, context);
  return verdict.type === 'ClaimCompleted' ? [verdict, ...stillAwaited(claim, basis, context)] : [verdict];
}

type BySetOff = Pick<ClaimIn<'COMPLETE'>, 'setOffOn'>;

/** Whether the treatment goes on, and the law grants the claim so far: with arrears that are to be deducted, as if they were paid. */
export const isStillTreated = ({ setOffOn }: BySetOff, { programme, facts }: Basis): boolean =>
  programme.isUnfinished?.(setOffOn ? (programme.asIfSettled?.(facts) ?? facts) : facts) === true;

/**
 * What a claim waits for that could be calculated otherwise: the end of the treatment, where that goes on and the law does not refuse the
 * claim anyway, and then for what stops its payments. Nothing otherwise.
 */
export function stillAwaited(
  claim: Pick<WhatIsAsked, 'claimId' | 'participantId' | 'stop'> & BySetOff,
  basis: Basis,
  context: CommandContext,
): readonly ClaimEvent[] {
  if (!isStillTreated(claim, basis)) return answerAwaited(claim, context);
  const { claimId, participantId } = claim;
  const { today, actor } = context;
  const until = WAIT_TERMS.TREATMENT.until(today);
  const wait = { claimId, participantId, askerId: actor.id, reason: 'TREATMENT' as const, until };
  return [{ type: 'WaitBegun', data: { ...wait, effectiveOn: today } }];
}

/** What stopped the payments of a claim that could go on is what the claim waits for then. */
export function answerAwaited(
  { claimId, participantId, stop }: Pick<WhatIsAsked, 'claimId' | 'participantId' | 'stop'>,
  { today, actor }: CommandContext,
): readonly ClaimEvent[] {
  if (!stop) return [];
  const { reason, until, question } = stop;
  const data = { claimId, participantId, askerId: actor.id, reason, until, effectiveOn: today };
  return [{ type: 'WaitBegun', data: { ...data, ...(question && { person: { words: question } }) } }];
}

export interface EndTreatmentInput {
  readonly claimId: string;
}

/**
 * Lets a claim go on that waited for the end of the treatment, once stage II is reported or JKK has no more to do with it (perawatan
 * selesai), and asks for the papers that came with that. Nothing where it waits for somebody else, or not at all.
 */
export function endTreatment(
  { claimId }: EndTreatmentInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis | undefined,
): readonly ClaimEvent[] {
  if (!basis || state.situation !== 'WAITING' || state.awaited.reason !== 'TREATMENT') return [];
  if (isStillTreated(state, basis)) return [];
  const { participantId, documents } = state;
  const { today, actor } = context;
  const verdict = documentsVerdict(state, basis, documents, context);
  // The service clock begins with the end: what was complete before could not have been paid.
  const payBy = payByOf(basis, countedFrom(context));
  return [
    {
      type: 'WaitEnded',
      data: {
        claimId,
        participantId,
        enderId: actor.id,
        reason: 'TREATMENT',
        how: 'ANSWERED',
        payBy,
        effectiveOn: today,
      },
    },
    ...(verdict.type === 'DocumentsRequested' ? [verdict] : answerAwaited(state, context)),
  ];
}
