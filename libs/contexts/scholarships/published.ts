import {
  type ContextContracts,
  contextContracts,
  contract,
  count,
  day,
  id,
  line,
  oneOf,
  optional,
  rupiahs,
} from '#publishing/contracts';
import {
  END_REASONS,
  RESUME_REASONS,
  type EndReason,
  type ScholarshipEnded,
  type ScholarshipGranted,
  type ScholarshipResumed,
  type ScholarshipYearApproved,
  type ScholarshipYearDenied,
} from './domain/scholarship.events.js';

/** The reasons that the first version of the contract names. */
const FORMER_END_REASONS = ['AGE_23', 'MARRIED', 'WORKING', 'LEVELS_DONE', 'DEATH', 'PAID_ONCE'] as const;

/** The reasons that the second version names. */
const SECOND_END_REASONS = [...FORMER_END_REASONS, 'EVENT_REVOKED', 'NOT_AMONG_FIRST'] as const;

/** Of the others an earlier version says as little as it can: no further year follows. */
const reasonIn = <Reasons extends readonly EndReason[]>(
  reasons: Reasons,
  reason: EndReason,
): Reasons[number] => reasons.find((one) => one === reason) ?? 'LEVELS_DONE';

/** Later than the first version of some contracts. */
const worker = optional(id('The worker whose right it follows from'));

const ended = <const Reasons extends readonly string[]>(reasons: Reasons) => ({
  scholarshipId: id('The scholarship'),
  reason: oneOf('Why', reasons),
  endedOn: day('Day it ended'),
  participantId: worker,
});

/** What the world outside may know of scholarships: sums. The child, its school and its account stay inside. */
export const scholarshipsContracts: ContextContracts = contextContracts(
  'scholarships',
  ['scholarship'],
  [
    contract({
      type: 'lindung.scholarships.scholarship-granted.v1',
      from: 'ScholarshipGranted',
      about: 'A child got the right to a scholarship. The projected maximum is not what will be paid.',
      fields: {
        scholarshipId: id('The scholarship'),
        claimId: id('The claim it follows from'),
        participantId: worker,
        projectedMaximumIdr: rupiahs('The most that all years together can come to'),
        grantedOn: day('Day of the grant'),
      },
      data: ({ data }: ScholarshipGranted) => ({ ...data, grantedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.scholarships.year-approved.v1',
      from: 'ScholarshipYearApproved',
      about: 'One year of a scholarship was approved; its payment is being ordered.',
      fields: {
        scholarshipId: id('The scholarship'),
        participantId: worker,
        year: count('The year'),
        amountIdr: rupiahs('Amount of this year'),
        approvedOn: day('Day of the approval'),
      },
      data: ({ data }: ScholarshipYearApproved) => ({ ...data, approvedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.scholarships.year-denied.v1',
      from: 'ScholarshipYearDenied',
      about: 'One year of a scholarship was denied, with the law that denies it. The right itself goes on.',
      fields: {
        scholarshipId: id('The scholarship'),
        participantId: id('The worker whose right it follows from'),
        year: count('The year'),
        law: line('Law behind it'),
        article: line('Article behind it'),
        deniedOn: day('Day of the denial'),
      },
      data: ({ data }: ScholarshipYearDenied) => ({ ...data, deniedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.scholarships.scholarship-ended.v1',
      from: 'ScholarshipEnded',
      about: 'The right ended. v3 names every reason.',
      fields: ended(FORMER_END_REASONS),
      data: ({ data }: ScholarshipEnded) => ({
        ...data,
        reason: reasonIn(FORMER_END_REASONS, data.reason),
        endedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.scholarships.scholarship-ended.v2',
      from: 'ScholarshipEnded',
      about: 'The right ended. v3 names every reason.',
      fields: ended(SECOND_END_REASONS),
      data: ({ data }: ScholarshipEnded) => ({
        ...data,
        reason: reasonIn(SECOND_END_REASONS, data.reason),
        endedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.scholarships.scholarship-ended.v3',
      from: 'ScholarshipEnded',
      about: 'The right ended.',
      fields: ended(END_REASONS),
      data: ({ data }: ScholarshipEnded) => ({ ...data, endedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.scholarships.scholarship-resumed.v1',
      from: 'ScholarshipResumed',
      about: 'A right goes on that should not have ended.',
      fields: {
        scholarshipId: id('The scholarship'),
        participantId: id('The worker whose right it follows from'),
        reason: oneOf('Why', RESUME_REASONS),
        resumedOn: day('Day since which it goes on'),
      },
      data: ({ data }: ScholarshipResumed) => ({ ...data, resumedOn: data.effectiveOn }),
    }),
  ],
  { ScholarshipEvidenceSubmitted: 'where a child is at school' },
);
