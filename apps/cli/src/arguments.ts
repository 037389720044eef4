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

/** Reads a whole number within bounds, such as 500_000. */
export const wholeIn =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text.replaceAll('_', ''));
    if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(
      `A whole number, ${least} to ${most} / bilangan bulat, ${least} sampai ${most}.`,
    );
  };
