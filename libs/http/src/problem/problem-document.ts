import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { NestedAnswer, NumberAnswer, TextAnswer, UuidAnswer } from '../fields/answers.js';

/** One wrong field, as the API documentation shows it. */
class FieldErrorDocument {
  @TextAnswer({ example: 'wage.amount' })
  readonly field!: string;

  @TextAnswer({ example: 'must be a whole number of rupiah, 1 or more' })
  readonly message!: string;

  @TextAnswer({ each: true, optional: true })
  readonly allowed?: readonly string[];
}

/** `application/problem+json` (RFC 9457), as the API documentation shows it. */
export class ProblemDocument {
  @TextAnswer({ example: 'https://lindung.example/problems/claim-not-calculated' })
  readonly type!: string;

  @TextAnswer({ example: 'Conflict' })
  readonly title!: string;

  @NumberAnswer({ example: 409 })
  readonly status!: number;

  @TextAnswer({ example: 'The benefit has to be calculated first' })
  readonly detail!: string;

  @TextAnswer({ description: 'Names this one occurrence' })
  readonly instance!: string;

  @TextAnswer({ example: 'CLAIM_NOT_CALCULATED', description: 'Stable, for programs' })
  readonly code!: string;

  @TextAnswer({ each: true, optional: true, description: 'What is allowed instead, now' })
  readonly allowed?: readonly string[];

  @NestedAnswer(() => FieldErrorDocument, { each: true, optional: true })
  readonly errors?: readonly FieldErrorDocument[];

  @UuidAnswer({ description: 'Tell this when you report the problem' })
  readonly correlationId!: string;
}

/** Tells the API documentation of a refusal: it comes under a media type of its own. */
export function ProblemAnswer(status: number, description: string): MethodDecorator {
  const schema = { $ref: getSchemaPath(ProblemDocument) };
  return applyDecorators(
    ApiExtraModels(ProblemDocument),
    ApiResponse({ status, description, content: { 'application/problem+json': { schema } } }),
  );
}
