import { correctorsSince, takersAround } from '#contexts/participants/facts';
import { type LocalDate, type Reading, addDays } from '#kernel';

/** Whoever has corrected data of somebody decides none of their claims for so many days (reference 6.2). */
export const DAYS_AFTER_CORRECTION = 90;

/** Whoever registered somebody, or took a payment, decides no claim for an event so near to it (reference 6.2). */
export const DAYS_AROUND_EVENT = 90;

/** Subjects of those who had a hand in what a claim rests on. */
export interface HandsOnData {
  /** Who has corrected data of the participant lately, or merged them. */
  readonly correctorIds: readonly string[];
  /** Who registered the participant, or took a payment, near to the event. */
  readonly takerIds: readonly string[];
}

/** Reads from the log who had a hand in what a claim rests on: they do not decide it. */
export async function handsOnData(
  read: Reading,
  of: { readonly participantId: string; readonly eventDate: LocalDate; readonly today: LocalDate },
): Promise<HandsOnData> {
  const since = addDays(of.today, -DAYS_AFTER_CORRECTION);
  const [correctorIds, takerIds] = await Promise.all([
    correctorsSince(read, of.participantId, since),
    takersAround(read, of.participantId, of.eventDate, DAYS_AROUND_EVENT),
  ]);
  return { correctorIds, takerIds };
}
