import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Scalar, wholeNumber } from '#kernel';
import { wrongValue } from '../problem/validation-problem.js';

interface IntegerLimits {
  readonly min: number;
  readonly max: number;
}

class IntegerPipe implements PipeTransform<unknown, number> {
  constructor(
    private readonly name: string,
    readonly scalar: Scalar<number>,
  ) {}

  transform(value: unknown): number {
    const number = this.scalar.fromText(String(value));
    if (this.scalar.fits(number)) return number;
    throw wrongValue(this.name, this.scalar.words);
  }
}

/** A whole number in the path: `@IntegerParam('year', { min: 2015, max: 2200 }) year: number`. Anything else is 400. */
export function IntegerParam(name: string, limits: IntegerLimits): ParameterDecorator {
  const allowed = wholeNumber(limits);
  return (target, key, index) => {
    Param(name, new IntegerPipe(name, allowed))(target, key, index);
    const descriptor = key && Object.getOwnPropertyDescriptor(target, key);
    if (descriptor)
      ApiParam({ name, schema: { ...allowed.jsonSchema, enum: undefined } })(target, key, descriptor);
  };
}
