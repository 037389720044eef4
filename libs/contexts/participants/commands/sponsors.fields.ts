import type { LocalDate } from '#kernel';
import { BooleanField, CodeField, DistrictField, LocalDateField, NameField, TextField } from '#http';
import { SPONSOR_KINDS, type SponsorKind } from '../domain/sponsor.events.js';

export class RegisterSponsorBody {
  @CodeField(SPONSOR_KINDS)
  readonly kind!: SponsorKind;

  @NameField({ description: 'Name of the public body or company' })
  readonly name!: string;

  @DistrictField()
  readonly district!: string;
}

export class SignSponsorAgreementBody {
  @TextField({ max: 100, description: 'Number of the decree or contract' })
  readonly reference!: string;

  @BooleanField({ description: 'Paid from APBN or APBD, village budgets included' })
  readonly governmentPaid!: boolean;

  @LocalDateField()
  readonly validFrom!: LocalDate;

  @LocalDateField()
  readonly validUntil!: LocalDate;
}
