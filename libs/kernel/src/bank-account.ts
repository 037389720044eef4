/** A bank account. Of a person it is personal data and stands under `person`; of an institution it is not. */
export interface BankAccount {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** An account number that may be shown: the last four digits. */
export function maskAccountNumber(number: string): string {
  return `****${number.slice(-4)}`;
}
