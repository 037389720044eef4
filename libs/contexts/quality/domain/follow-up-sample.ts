import { type CommandContext, type Policy, Rejection, type Rupiah, enforce, inSituation } from '#kernel';
import { qualityRefusals } from './refusals.js';
import type { FollowUp, SampleEvent, SampleFollowedUp } from './sample.events.js';
import { type KnownSample, type SampleState, knownSample } from './sample.js';

export interface FollowUpSampleInput {
  readonly sampleId: string;
  readonly how: FollowUp;
  /** Number of the paper, or of what was recorded. */
  readonly reference: string;
}

type ToBeFollowed = Extract<KnownSample, { situation: 'REVIEWED' }>;

/** What a follow-up rests on. */
export interface FollowUpFacts {
  /** Whether they decide on what is of the office where it was decided. */
  readonly isTheirOffice: boolean;
}

interface FollowUpGrounds extends FollowUpFacts {
  readonly sample: ToBeFollowed;
  readonly how: FollowUp;
  readonly followerId: string;
}

const notByWhoeverDecidedOrFound: Policy<FollowUpGrounds> = {
  name: 'not-by-whoever-decided-or-found',
  check: ({ sample: { deciderId, reviewerId }, followerId }) =>
    [deciderId, reviewerId].includes(followerId) ? qualityRefusals.FOLLOWER_HAD_A_HAND() : undefined,
};

const whereItWasDecided: Policy<FollowUpGrounds> = {
  name: 'where-it-was-decided',
  check: ({ isTheirOffice }) => (isTheirOffice ? undefined : qualityRefusals.FOLLOWED_UP_AT_ITS_BRANCH()),
};

const isTooMuch = ({ result, deviation }: ToBeFollowed): boolean =>
  result === 'WRONG_PERSON' || deviation?.side === 'TOO_MUCH';

const isTooLittle = ({ result, deviation }: ToBeFollowed): boolean =>
  result === 'WRONG_PERSON' || deviation?.side === 'TOO_LITTLE';

/**
 * What a facility was paid too much it credits, and what was paid too much before the end of a claim is less at its end: of neither a
 * person owes anything back by a sample.
 */
const mayBe: Readonly<Record<FollowUp, (sample: ToBeFollowed) => boolean>> = {
  CORRECTED: () => true,
  LEFT: () => true,
  PAID_AFTER: isTooLittle,
  OWED_BACK: (sample) =>
    isTooMuch(sample) && sample.decision === 'APPROVAL' && benefitOf(sample) !== undefined,
};

const fitsTheFinding: Policy<FollowUpGrounds> = {
  name: 'fits-the-finding',
  check: ({ sample, how }) =>
    mayBe[how](sample) ? undefined : qualityRefusals.FOLLOW_UP_DOES_NOT_FIT({ how }),
};

/** In this order; the first refusal wins. */
const FOLLOW_UP_POLICIES: readonly Policy<FollowUpGrounds>[] = [
  whereItWasDecided,
  notByWhoeverDecidedOrFound,
  fitsTheFinding,
];

/** Of which benefit money is asked back: of a scholarship, or of the claim whose payment came late. */
function benefitOf({
  subject,
  claimId,
}: Pick<KnownSample, 'subject' | 'claimId'>):
  NonNullable<SampleFollowedUp['data']['owedBack']>['benefit'] | undefined {
  if (subject?.kind === 'SCHOLARSHIP') return { kind: 'SCHOLARSHIP', id: subject.id };
  return subject?.kind === 'COMPENSATION' && claimId !== undefined
    ? { kind: 'CLAIM', id: claimId }
    : undefined;
}

/** What is asked back: what was too much; of the wrong person all of it. */
const owedBackOf = ({ deviation, amountIdr }: ToBeFollowed): Rupiah => deviation?.amountIdr ?? amountIdr;

/**
 * Says what follows from a finding on something that cannot be opened again (tindak lanjut uji petik): by a supervisor of the office that
 * decided, who neither decided nor found it. What is owed back is recorded as a receivable.
 * @throws Rejection `SAMPLE_NOT_FOUND`, `NOTHING_FOLLOWS`, `SAMPLE_FOLLOWED_UP`, or the code of the first policy that objects
 */
export function followUpSample(
  { how, reference }: FollowUpSampleInput,
  state: SampleState,
  { actor, today }: CommandContext,
  { isTheirOffice }: FollowUpFacts,
): readonly SampleEvent[] {
  const sample = inSituation(knownSample(state), ['REVIEWED'], ({ situation }) =>
    situation === 'DRAWN' ? qualityRefusals.NOTHING_FOLLOWS() : qualityRefusals.SAMPLE_FOLLOWED_UP(),
  );
  if (!sample.followUpBy) throw new Rejection(qualityRefusals.NOTHING_FOLLOWS());
  enforce(FOLLOW_UP_POLICIES, { sample, how, followerId: actor.id, isTheirOffice });
  const benefit = benefitOf(sample);
  const { sampleId, participantId } = sample;
  const owedBack = how === 'OWED_BACK' && benefit && { benefit, amountIdr: owedBackOf(sample) };
  return [
    {
      type: 'SampleFollowedUp',
      data: {
        sampleId,
        participantId,
        how,
        ...(owedBack && { owedBack }),
        reference,
        followerId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}
