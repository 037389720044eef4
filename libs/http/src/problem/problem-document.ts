import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One wrong field, as the API documentation shows it. */
export class FieldErrorDocument {
  @ApiProperty({ example: 'wage.amount' })
  readonly field!: string;

  @ApiProperty({ example: 'must be a whole number of rupiah, 1 or more' })
  readonly message!: string;

  @ApiPropertyOptional({ type: [String] })
  readonly allowed?: readonly string[];
}

/** `application/problem+json` (RFC 9457), as the API documentation shows it. */
export class ProblemDocument {
  @ApiProperty({ example: 'https://lindung.example/problems/claim-not-calculated' })
  readonly type!: string;

  @ApiProperty({ example: 'Conflict' })
  readonly title!: string;

  @ApiProperty({ example: 409 })
  readonly status!: number;

  @ApiProperty({ example: 'The benefit has to be calculated first' })
  readonly detail!: string;

  @ApiProperty({ description: 'Names this one occurrence' })
  readonly instance!: string;

  @ApiProperty({ example: 'CLAIM_NOT_CALCULATED', description: 'Stable, for programs' })
  readonly code!: string;

  @ApiPropertyOptional({ type: [String], description: 'What is allowed instead, now' })
  readonly allowed?: readonly string[];

  @ApiPropertyOptional({ type: [FieldErrorDocument] })
  readonly errors?: readonly FieldErrorDocument[];

  @ApiProperty({ format: 'uuid', description: 'Tell this when you report the problem' })
  readonly correlationId!: string;
}
