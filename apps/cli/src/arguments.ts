import { InvalidArgumentError } from 'commander';
import { DAY, POSITION, type Scalar, UUID } from '#kernel';

/** Reads what was typed as one of the kinds of values that the kernel knows; whoever typed something else is told what is allowed. */
const typedAs =
  <Value>({ fits, words }: Scalar<Value>) =>
  (text: string): Value => {
    if (fits(text)) return text;
    throw new InvalidArgumentError(`${words.en} / ${words.id}`);
  };

export const dayIn = typedAs(DAY);
export const uuidIn = typedAs(UUID);

const positionText = typedAs(POSITION);

export const positionIn = (text: string): bigint => BigInt(positionText(text));
