import type { ApiPropertyOptions } from '@nestjs/swagger';
import type { Scalar } from '#kernel';

/** What the API documentation is told of a value beside its kind. */
interface ApiWords {
  readonly description?: string;
  readonly example?: unknown;
  /** A list of such values. */
  readonly each?: boolean;
}

/** How the API documentation describes a kind of single value. */
export function apiOf(scalar: Scalar, { description, example, each = false }: ApiWords): ApiPropertyOptions {
  const { enum: codes, ...schema } = scalar.jsonSchema;
  return {
    ...(codes ? { enum: [...codes] } : schema),
    ...(scalar.example === undefined ? {} : { example: scalar.example }),
    description,
    isArray: each,
    ...(example === undefined ? {} : { example }),
  };
}
