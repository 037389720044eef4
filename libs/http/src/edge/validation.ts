import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
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
export function createValidationPipe(): ValidationPipe {
  return new StrictValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // Field errors tell which fields there are; values never leave class-validator.
    validationError: { target: true, value: false },
    exceptionFactory: (found) => validationProblem(fieldErrors(found)),
  });
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

/**
 * class-validator takes fields that are named like a member of every object (`constructor`, `toString`) for known ones, and
 * class-transformer drops them: nobody would be told that they do not count.
 */
@Injectable()
class StrictValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Where every field may be left out, no body at all would pass for an empty one.
    if (value === undefined && metadata.type === 'body') throw new ProblemError(problems.BODY_MISSING());
    const misnamed = membersOfEveryObject(value);
    if (misnamed.length === 0) return super.transform(value, metadata);
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
