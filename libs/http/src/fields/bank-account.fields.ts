import { AccountNumberField, NameField, TextField } from './fields.js';

/** A bank account in a request. */
export class BankAccountBody {
  @TextField({ max: 60, description: 'Name of the bank' })
  readonly bank!: string;

  @AccountNumberField()
  readonly number!: string;

  @NameField({ description: 'In whose name the account is' })
  readonly holder!: string;
}
