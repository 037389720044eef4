import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { UUID } from '#kernel';
import { wrongValue } from '../problem/validation-problem.js';

/** A UUID of any version in lower case; undefined for anything else. */
export function parseUuid(text: unknown): string | undefined {
  const id = UUID.normal(text);
  return UUID.fits(id) ? id : undefined;
}

class UuidPipe implements PipeTransform<unknown, string> {
  readonly scalar = UUID;

  constructor(private readonly name: string) {}

  transform(value: unknown): string {
    const id = parseUuid(value);
    if (id === undefined) throw wrongValue(this.name, UUID.words);
    return id;
  }
}

/** A UUID in the path: `@IdParam('claimId') claimId: string`. Anything else is 400. */
export function IdParam(name = 'id'): ParameterDecorator {
  return (target, key, index) => {
    Param(name, new UuidPipe(name))(target, key, index);
    const descriptor = key && Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name, format: 'uuid', type: String })(target, key, descriptor);
  };
}
