import type { LocalDate, Period } from '#kernel';
import { IntegerField, LocalDateField, PeriodField, TextField, UuidField } from '#http';

/** The terms of an import: who pays, and for which months. */
export class ImportQuery {
  @UuidField()
  readonly sponsorId!: string;

  @UuidField()
  readonly agreementId!: string;

  @PeriodField({ description: 'First month paid for' })
  readonly period!: Period;

  @IntegerField({ min: 1, max: 12, fromText: true })
  readonly months!: number;

  @LocalDateField({ description: 'The day the sponsor paid; cover starts on it' })
  readonly paidOn!: LocalDate;

  @TextField({ max: 60, description: 'Number of the payment' })
  readonly receipt!: string;
}
