import { asPdf } from '#documents';
import type { TablesIn } from '#followers';
import type { Language } from '#http';
import { type LocalDate, Rejection, type Sight } from '#kernel';
import { query } from '#runtime';
import { printRefusals } from '../../domain/print-refusals.js';
import { contributionRefusals } from '../../domain/contribution.refusals.js';
import { participantRefusals } from '../../domain/refusals.js';
import type { ParticipantDetail } from './participant.answers.js';
import { detailOf } from './participant.queries.js';
import { participantReadModel } from './participant.read-model.js';
import { cardOf, receiptOf } from './printed.js';

interface AskedToPrint {
  readonly participantId: string;
  readonly today: LocalDate;
  readonly sight: Sight;
  readonly language: Language;
}

/** Refuses `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `PERSONAL_DATA_ERASED`. */
export const PrintCard = query(
  'PrintCard',
  participantReadModel,
  async (asked: AskedToPrint, tables): Promise<Buffer> => {
    const participant = await printable(asked, tables);
    const { mergedInto } = participant;
    if (mergedInto !== null)
      throw new Rejection(participantRefusals.PARTICIPANT_MERGED({ participantId: mergedInto }));
    return asPdf(cardOf(participant, asked.language), asked.language);
  },
);

/** Refuses `PARTICIPANT_NOT_FOUND`, `PAYMENT_NOT_FOUND`, `PERSONAL_DATA_ERASED`. */
export const PrintReceipt = query(
  'PrintReceipt',
  participantReadModel,
  async (asked: AskedToPrint & { readonly paymentId: string }, tables): Promise<Buffer> => {
    const participant = await printable(asked, tables);
    const paid = participant.contributions.find(({ paymentId }) => paymentId === asked.paymentId);
    if (!paid) throw new Rejection(contributionRefusals.PAYMENT_NOT_FOUND());
    return asPdf(receiptOf(participant, paid, asked.language), asked.language);
  },
);

async function printable(
  asked: AskedToPrint,
  tables: TablesIn<typeof participantReadModel>,
): Promise<ParticipantDetail> {
  const participant = await detailOf(asked, tables);
  if (participant.name === null) throw new Rejection(printRefusals.PERSONAL_DATA_ERASED());
  return participant;
}
