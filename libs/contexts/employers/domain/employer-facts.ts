import type { BankAccount, LocalDate, Period, Reading } from '#kernel';
import { type Decree, type Terms, employers, known, lastDayOf, termsOf } from './employer.js';

/** What a decision of a higher floor may ask of an employer. */
export interface EmployerFacts {
  readonly employerId: string;
  readonly startedOn: LocalDate;
  /** Once it is closed. */
  readonly lastDay?: LocalDate;
  /** Where it is paid; absent while nobody has said. */
  readonly account?: BankAccount;
  /** Under which a government body names workers for a time. */
  readonly decrees: readonly Decree[];
  /** What decides the bill of a month. */
  readonly termsOf: (month: Period) => Terms;
}

/** Reads an employer from the log. @throws Rejection `EMPLOYER_NOT_FOUND` */
export async function employerFacts(read: Reading, employerId: string): Promise<EmployerFacts> {
  const employer = known(await read.state(employers, employerId));
  const lastDay = lastDayOf(employer);
  return {
    employerId,
    startedOn: employer.startedOn,
    ...(lastDay !== undefined && { lastDay }),
    ...(employer.account && { account: employer.account }),
    decrees: employer.decrees ?? [],
    termsOf: (month) => termsOf(employer, month),
  };
}
