import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { taken } from '../fields/taken.js';
import { type FieldError, ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import {
  NO_SUCH_FIELD,
  fieldErrors,
  fieldName,
  fieldsOf,
  validationProblem,
} from '../problem/validation-problem.js';

/** DTOs take exactly the fields they declare; every wrong one is named, no value is repeated. */
export function createValidationPipe(): PipeTransform {
  return new RequestPipe();
}

gatherRulesOnce();

/**
 * class-validator gathers the rules of a class for each request anew, out of those of all classes, which takes longer than
 * asking them. They are declared with the class, and none of ours belongs to a group: what was gathered once stays.
 */
function gatherRulesOnce(): void {
  const rules = getMetadataStorage();
  const gather = rules.getTargetValidationMetadatas.bind(rules);
  const known = new Map<unknown, ReturnType<typeof gather>>();
  rules.getTargetValidationMetadatas = (type, ...how) => {
    const gathered = known.get(type) ?? gather(type, ...how);
    known.set(type, gathered);
    return gathered;
  };
}

/** Takes what is as it must be in one pass; class-validator looks at everything else, to tell all that is wrong with it. */
@Injectable()
class RequestPipe implements PipeTransform {
  private readonly rules = new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // Field errors tell which fields there are; values never leave class-validator.
    validationError: { target: true, value: false },
    exceptionFactory: (found) => validationProblem(fieldErrors(found)),
  });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    // Who asks, when, what they see: nothing that was sent.
    if (metadata.type === 'custom') return value;
    // Where every field may be left out, no body at all would pass for an empty one.
    if (value === undefined && metadata.type === 'body') throw new ProblemError(problems.BODY_MISSING());
    return taken(metadata.metatype, value) ?? this.looked(value, metadata);
  }

  /**
   * class-validator takes fields that are named like a member of every object (`constructor`, `toString`) for known ones, and
   * class-transformer drops them: nobody would be told that they do not count.
   */
  private looked(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const misnamed = membersOfEveryObject(value);
    if (misnamed.length === 0) return this.rules.transform(value, metadata);
    const allowed = fieldsOf(metadata.metatype);
    throw validationProblem(
      misnamed.map((error) => (error.field.includes('.') ? error : { ...error, allowed })),
    );
  }
}

/** Fields, on any level, that every object has without being given them. */
function membersOfEveryObject(value: unknown, parent = '', found: FieldError[] = []): FieldError[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return found;
  for (const [name, inner] of Object.entries(value)) {
    if (name in Object.prototype) found.push({ field: parent + fieldName(name), message: NO_SUCH_FIELD });
    if (typeof inner === 'object') membersOfEveryObject(inner, `${parent}${fieldName(name)}.`, found);
  }
  return found;
}
