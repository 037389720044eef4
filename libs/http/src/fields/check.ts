import { ValidateBy } from 'class-validator';

/** One rule with one message. The message says what is allowed; it never repeats the value. */
export interface Check {
  readonly name: string;
  readonly message: string;
  readonly valid: (value: unknown) => boolean;
  /** Given to the sender as a list, for closed sets of values. */
  readonly allowed?: readonly string[];
  /** The field is a list and each item is checked. */
  readonly each?: boolean;
}

/** A class-validator decorator of one rule. */
export function checked({ name, message, valid, allowed, each }: Check): PropertyDecorator {
  return ValidateBy(
    { name, validator: { validate: valid, defaultMessage: () => (each ? `each item ${message}` : message) } },
    { each, context: allowed ? { allowed } : undefined },
  );
}
