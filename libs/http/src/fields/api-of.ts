import type { ApiPropertyOptions } from '@nestjs/swagger';
import type { Scalar } from '#kernel';

/** What the API documentation is told of a value beside its kind. */
export interface ApiWords {
  readonly description?: string;
  readonly example?: unknown;
  /** A list of such values. */
  readonly each?: boolean;
}

/** How the API documentation describes a kind of single value. */
export function apiOf(scalar: Scalar, { description, example, each = false }: ApiWords): ApiPropertyOptions {
  const { enum: codes, ...schema } = scalar.jsonSchema;
  const shown = example ?? scalar.example;
  return {
    ...(codes ? { enum: [...codes] } : schema),
    description,
    isArray: each,
    ...(shown === undefined ? {} : { example: shown }),
  };
}
