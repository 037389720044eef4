import { ApiProperty } from '@nestjs/swagger';
import {
  CLOCK_TIME,
  POSITION,
  RECORDED_DAY,
  RECORDED_INSTANT,
  RECORDED_MONTH,
  RECORDED_RUPIAH,
  RECORDED_TEXT,
  type Scalar,
  type ScalarSchema,
  UUID,
  YES_NO,
  oneOf,
} from '#kernel';

/** What every decorator of an answer takes. */
export interface AnswerOptions {
  /** May be null: nothing is known, or it does not apply. */
  readonly nullable?: boolean;
  /** May be missing from the answer. */
  readonly optional?: boolean;
  /** A list of such values. */
  readonly each?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

/** A UUID. */
export const UuidAnswer = (options?: AnswerOptions) => ScalarAnswer(UUID, options);

/** A calendar day. */
export const DayAnswer = (options?: AnswerOptions) => ScalarAnswer(RECORDED_DAY, options);

/** A month, `YYYY-MM`. */
export const MonthAnswer = (options?: AnswerOptions) => ScalarAnswer(RECORDED_MONTH, options);

/** A moment in UTC. */
export const InstantAnswer = (options?: AnswerOptions) => ScalarAnswer(RECORDED_INSTANT, options);

/** A time of day in Jakarta, `HH:MM`. */
export const ClockTimeAnswer = (options?: AnswerOptions) => ScalarAnswer(CLOCK_TIME, options);

/** Whole rupiah. */
export const RupiahAnswer = (options?: AnswerOptions) => ScalarAnswer(RECORDED_RUPIAH, options);

/** A number that is no money: a count, a percentage, a measure. */
export const NumberAnswer = (options?: AnswerOptions) => Answer({ type: 'number' }, options);

/** Yes or no. */
export const YesNoAnswer = (options?: AnswerOptions) => ScalarAnswer(YES_NO, options);

/** Text of any kind. */
export const TextAnswer = (options?: AnswerOptions) => ScalarAnswer(RECORDED_TEXT, options);

/** One of a closed set of values. */
export const CodeAnswer = (values: readonly string[], options?: AnswerOptions) =>
  ScalarAnswer(oneOf(values), options);

/** A place in the log or a revision, as digits. */
export const PositionAnswer = (options?: AnswerOptions) => ScalarAnswer(POSITION, options);

/** Another class of answers inside this one, or with `each` a list of them. */
export const NestedAnswer = (type: () => new () => object, options?: Omit<AnswerOptions, 'example'>) =>
  // Swagger knows a function that gives a type by its name, `type`: handed on as it is, it would be taken for a class.
  Answer({ type: () => type() }, options);

/** An answer of any kind of single value: type and format as requests and contracts have them, without their bounds. */
function ScalarAnswer(scalar: Scalar, options?: AnswerOptions): PropertyDecorator {
  const { type, format, enum: codes } = scalar.jsonSchema;
  return codes ? Answer({ enum: [...codes] }, options) : Answer({ type }, options, format);
}

type Shape =
  { readonly enum: string[] } | { readonly type: () => new () => object } | Pick<ScalarSchema, 'type'>;

function Answer(shape: Shape, options: AnswerOptions = {}, format?: string): PropertyDecorator {
  const { nullable, optional, each = false, description, example } = options;
  return ApiProperty({
    ...shape,
    isArray: each,
    ...(nullable && { nullable }),
    ...(format !== undefined && { format }),
    ...(optional && { required: false }),
    ...(example !== undefined && { example }),
    ...(description !== undefined && { description }),
  });
}
