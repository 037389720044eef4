import { LEVELS, type Level } from '#law';
import type { LocalDate, Period, Rupiah } from '#kernel';
import {
  CodeField,
  DistrictField,
  IntegerField,
  LocalDateField,
  NameField,
  NestedField,
  NikField,
  PeriodField,
  PhoneField,
  RupiahField,
  TextField,
  UuidField,
} from '#http';
import {
  CHANNELS,
  type Channel,
  HEIR_RELATIONS,
  type HeirRelation,
  PAYERS,
  type Payer,
  SECTORS,
  SEXES,
  type Sector,
  type Sex,
} from '../domain/participant.events.js';

export class ParticipantPersonBody {
  @NikField()
  readonly nik!: string;

  @NameField({ description: 'As on the KTP' })
  readonly name!: string;

  @LocalDateField()
  readonly birthDate!: LocalDate;

  @CodeField(SEXES)
  readonly sex!: Sex;

  @PhoneField({ optional: true })
  readonly phone?: string;

  @TextField({ max: 100, description: 'The work that is insured (jenis pekerjaan)' })
  readonly occupation!: string;

  @TextField({ max: 200, description: 'Where the work is done' })
  readonly workplace!: string;
}

export class RegisterParticipantBody {
  @CodeField(CHANNELS, { description: 'Where the registration came in' })
  readonly channel!: Channel;

  @CodeField(PAYERS, { description: 'Who pays the contributions' })
  readonly payer!: Payer;

  @UuidField({ optional: true })
  readonly sponsorId?: string;

  @UuidField({ optional: true })
  readonly agreementId?: string;

  @DistrictField()
  readonly district!: string;

  @CodeField(SECTORS, { description: 'Decides a contribution relief (PP 50/2025)' })
  readonly sector!: Sector;

  @RupiahField({ description: 'Declared income a month; it chooses the contribution band' })
  readonly declaredIncomeIdr!: Rupiah;

  @LocalDateField({ description: 'The day the registration takes effect' })
  readonly registeredOn!: LocalDate;

  @NestedField(() => ParticipantPersonBody)
  readonly person!: ParticipantPersonBody;
}

export class SchoolBody {
  @CodeField(LEVELS)
  readonly level!: Level;

  @IntegerField({ min: 1, max: 8, description: 'Which year of the level the child is in' })
  readonly yearInLevel!: number;
}

export class ChildPersonBody {
  @NameField()
  readonly name!: string;

  @LocalDateField()
  readonly birthDate!: LocalDate;
}

export class RegisterChildBody {
  @NestedField(() => SchoolBody, { optional: true, description: 'Left out below school age' })
  readonly school?: SchoolBody;

  @NestedField(() => ChildPersonBody)
  readonly person!: ChildPersonBody;
}

export class HeirPersonBody {
  @NameField()
  readonly name!: string;

  @PhoneField({ optional: true })
  readonly phone?: string;
}

export class RegisterHeirBody {
  @CodeField(HEIR_RELATIONS)
  readonly relation!: HeirRelation;

  @NestedField(() => HeirPersonBody)
  readonly person!: HeirPersonBody;
}

export class DeathHealthBody {
  @TextField({ max: 300, description: 'Cause of death as the certificate says' })
  readonly cause!: string;
}

export class ReportDeathBody {
  @LocalDateField()
  readonly diedOn!: LocalDate;

  @TextField({ max: 60, description: 'Number of the death certificate or letter' })
  readonly certificate!: string;

  @NestedField(() => DeathHealthBody)
  readonly health!: DeathHealthBody;
}

export class RecordContributionBody {
  @PeriodField({ description: 'First month paid for' })
  readonly period!: Period;

  @IntegerField({ min: 1, max: 12, description: 'Months paid for: 1, 2, 3, 6 or 12' })
  readonly months!: number;

  @CodeField(PAYERS)
  readonly payer!: Payer;

  @UuidField({ optional: true })
  readonly sponsorId?: string;

  @UuidField({ optional: true })
  readonly agreementId?: string;

  @RupiahField({
    optional: true,
    description: 'What was received; refused when the law asks for another sum',
  })
  readonly amountIdr?: Rupiah;

  @LocalDateField()
  readonly paidOn!: LocalDate;

  @TextField({ max: 60, description: 'Number of the receipt or payment code' })
  readonly receipt!: string;
}
