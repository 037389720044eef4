import type { LocalDate } from '#kernel';
import {
  AccountNumberField,
  CodeField,
  DistrictField,
  LocalDateField,
  NameField,
  NestedField,
  TextField,
} from '#http';
import { FACILITY_KINDS, type FacilityKind } from '../domain/facility.events.js';

export class FacilityAccountBody {
  @TextField({ max: 60, description: 'Name or code of the bank', example: 'BANK CONTOH' })
  readonly bank!: string;

  @AccountNumberField({ example: '0001234567' })
  readonly number!: string;

  @NameField({ description: 'The institution that holds it', example: 'RS Contoh Cikarang' })
  readonly holder!: string;
}

export class RegisterFacilityBody {
  @CodeField(FACILITY_KINDS)
  readonly kind!: FacilityKind;

  @NameField({ description: 'Name of the institution', example: 'RS Contoh Cikarang' })
  readonly name!: string;

  @DistrictField({ example: '321600' })
  readonly district!: string;

  @NestedField(() => FacilityAccountBody, { description: 'Where its invoices are paid' })
  readonly account!: FacilityAccountBody;
}

export class SignPlkkAgreementBody {
  @TextField({
    max: 100,
    description: 'Number of the agreement (perjanjian kerja sama)',
    example: 'PKS/021/2026',
  })
  readonly reference!: string;

  @LocalDateField({ description: 'First day in force' })
  readonly validFrom!: LocalDate;

  @LocalDateField({ description: 'Last day in force' })
  readonly validUntil!: LocalDate;
}

export class ExtendPlkkAgreementBody {
  @TextField({ max: 100, description: 'Number of the addendum', example: 'ADD/004/2026' })
  readonly reference!: string;

  @LocalDateField({ description: 'The new last day in force' })
  readonly validUntil!: LocalDate;
}
