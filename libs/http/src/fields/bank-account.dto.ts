import { NameField, TextField } from './fields.js';

/** A bank account in a request. */
export class BankAccountBody {
  @TextField({ max: 60, description: 'Name of the bank' })
  readonly bank!: string;

  @TextField({
    max: 30,
    pattern: /^\d{5,30}$/,
    patternMessage: 'must be an account number of 5 to 30 digits',
  })
  readonly number!: string;

  @NameField({ description: 'In whose name the account is' })
  readonly holder!: string;
}
