import { type Period, type Reading, type Rupiah } from '#kernel';
import { calculateBpuContribution } from '#law';
import { incomeBaseIn, participants, recordOf } from './participant.js';
import type { Place } from './roster.js';
import type { Sector } from './participant.events.js';
import type { SponsorAgreement } from './sponsor.js';

/** What a tariff is computed of. */
export interface TariffFacts {
  readonly incomeBaseIdr: Rupiah;
  readonly sector: Sector;
}

/** What a sponsor pays for one member in a month, by the law of that month. */
export const monthlyDue = (
  { incomeBaseIdr, sector }: TariffFacts,
  period: Period,
  { governmentPaid }: Pick<SponsorAgreement, 'governmentPaid'>,
): Rupiah =>
  calculateBpuContribution({ declaredIncome: incomeBaseIdr, months: 1, period, sector, governmentPaid })
    .totalIdr;

/** The same of somebody who is registered. @throws Rejection `PARTICIPANT_NOT_FOUND` */
export async function monthlyDueOf(
  read: Reading,
  participantId: string,
  period: Period,
  agreement: Pick<SponsorAgreement, 'governmentPaid'>,
): Promise<Place> {
  const record = recordOf(await read.state(participants, participantId));
  const { sector } = record;
  const incomeBaseIdr = incomeBaseIn(record, period);
  return { participantId, monthlyIdr: monthlyDue({ incomeBaseIdr, sector }, period, agreement) };
}
