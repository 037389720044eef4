import { ValidateBy } from 'class-validator';

/** A buffer of `min` to `max` bytes. */
export function ByteLength(min: number, max: number): PropertyDecorator {
  return ValidateBy({
    name: 'byteLength',
    validator: {
      validate: (value) => Buffer.isBuffer(value) && value.length >= min && value.length <= max,
      defaultMessage: () => `must have ${min} to ${max} bytes`,
    },
  });
}
