import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { validationProblem } from '../problem/validation-problem.js';

export interface IntegerLimits {
  readonly min: number;
  readonly max: number;
}

class IntegerPipe implements PipeTransform<unknown, number> {
  constructor(
    private readonly name: string,
    private readonly limits: IntegerLimits,
  ) {}

  transform(value: unknown): number {
    const { min, max } = this.limits;
    const number = Number(value);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    throw validationProblem([{ field: this.name, message: `must be a whole number, ${min} to ${max}` }]);
  }
}

/** A whole number in the path: `@IntegerParam('year', { min: 2015, max: 2200 }) year: number`. Anything else is 400. */
export function IntegerParam(name: string, limits: IntegerLimits): ParameterDecorator {
  return (target, key, index) => {
    Param(name, new IntegerPipe(name, limits))(target, key, index);
    const descriptor = key && Object.getOwnPropertyDescriptor(target, key);
    if (!descriptor) return;
    const schema = { type: 'integer', minimum: limits.min, maximum: limits.max } as const;
    ApiParam({ name, schema })(target, key, descriptor);
  };
}
