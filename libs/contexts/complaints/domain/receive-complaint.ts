import { type CommandContext, Rejection, officeTakingIn } from '#kernel';
import { addWorkingDays, countedFrom } from '#law';
import type { Complainant, ComplaintEvent, ComplaintSubject, ComplaintTopic } from './complaint.events.js';
import type { ComplaintState } from './complaint.js';
import { complaintRefusals } from './refusals.js';

/** So many working days a complaint is answered in (UU 24/2011 Art. 48; reference 5.4). */
export const DAYS_TO_ANSWER = 5;

export interface ReceiveComplaintInput {
  readonly complaintId: string;
  readonly participantId: string;
  readonly subject: ComplaintSubject;
  readonly subjectId?: string;
  readonly topic: ComplaintTopic;
  readonly complainant: Complainant;
  /** What is wrong, in the words of whoever complains. */
  readonly words: string;
  readonly letter?: string;
}

/** What is known of whom and of what the complaint is about. */
export interface ComplaintFacts {
  readonly isRegistered: boolean;
  /** Whose claim or accident it is about, where it is about one. */
  readonly subjectIsTheirs?: boolean;
  /** Subjects of those who approved or denied the claim, where it is about one. */
  readonly deciderIds?: readonly string[];
}

/** What a complaint names by an id. */
export const NAMED_SUBJECTS: readonly ComplaintSubject[] = ['CLAIM', 'ACCIDENT', 'FACILITY', 'EMPLOYER'];

/**
 * Records a complaint (pengaduan) about anything: a claim, an accident, a facility, an employer, what is recorded of a person, or service.
 * @throws Rejection `COMPLAINT_OF_NOBODY`, `SUBJECT_NOT_NAMED`, `SUBJECT_OF_ANOTHER`, `OFFICE_NOT_NAMED`
 */
export function receiveComplaint(
  { words, letter, ...input }: ReceiveComplaintInput,
  state: ComplaintState,
  context: CommandContext,
  { isRegistered, subjectIsTheirs = true, deciderIds = [] }: ComplaintFacts,
): readonly ComplaintEvent[] {
  const { actor, today } = context;
  if (state.situation !== 'UNKNOWN') return [];
  if (!isRegistered) throw new Rejection(complaintRefusals.COMPLAINT_OF_NOBODY());
  if (NAMED_SUBJECTS.includes(input.subject) !== (input.subjectId !== undefined)) {
    throw new Rejection(complaintRefusals.SUBJECT_NOT_NAMED());
  }
  if (!subjectIsTheirs) throw new Rejection(complaintRefusals.SUBJECT_OF_ANOTHER());
  return [
    {
      type: 'ComplaintReceived',
      data: {
        ...input,
        office: officeTakingIn(actor),
        recorderId: actor.id,
        ...(deciderIds.length > 0 && { deciderIds: [...new Set(deciderIds)] }),
        answerBy: addWorkingDays(countedFrom(context), DAYS_TO_ANSWER),
        effectiveOn: today,
        person: { words, ...(letter !== undefined && { letter }) },
      },
    },
  ];
}
