import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { validationProblem } from '../problem/validation-problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID of any version in lower case; undefined for anything else. */
export function parseUuid(text: unknown): string | undefined {
  const lower = typeof text === 'string' ? text.toLowerCase() : '';
  return UUID.test(lower) ? lower : undefined;
}

class UuidPipe implements PipeTransform<unknown, string> {
  constructor(private readonly name: string) {}

  transform(value: unknown): string {
    const id = parseUuid(value);
    if (id === undefined) throw validationProblem([{ field: this.name, message: 'must be a UUID' }]);
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
