import { ValidationPipe } from '@nestjs/common';
import { fieldErrors, validationProblem } from '../problem/validation-problem.js';

/** DTOs take exactly the fields they declare; every wrong one is named, no value is repeated. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // Field errors tell which fields there are; values never leave class-validator.
    validationError: { target: true, value: false },
    exceptionFactory: (found) => validationProblem(fieldErrors(found)),
  });
}
