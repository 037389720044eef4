import { ValidateBy } from 'class-validator';
import type { Words } from '#kernel';

/** One rule with one message, in both languages. The message says what is allowed; it never repeats the value. */
interface Check {
  readonly name: string;
  readonly message: Words;
  readonly valid: (value: unknown) => boolean;
  /** Given to the sender as a list, for closed sets of values. */
  readonly allowed?: readonly string[];
  /** The field is a list and each item is checked. */
  readonly each?: boolean;
}

/** What a check leaves with class-validator for whoever tells what is wrong. */
export interface CheckContext {
  readonly words: Words;
  readonly allowed?: readonly string[];
}

/** A class-validator decorator of one rule. */
export function checked({ name, message, valid, allowed, each }: Check): PropertyDecorator {
  const words = each ? ofEachItem(message) : message;
  const context: CheckContext = { words, ...(allowed && { allowed }) };
  return ValidateBy(
    { name, validator: { validate: valid, defaultMessage: () => words.en } },
    { each, context },
  );
}

const ofEachItem = ({ en, id }: Words): Words => ({ en: `each item ${en}`, id: `setiap butir ${id}` });
