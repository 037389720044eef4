import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { NestedField, NikField, TextField } from '../fields/fields.js';
import { ProblemError } from '../problem/problem-error.js';
import { createValidationPipe } from './validation.js';

class Person {
  @NikField() readonly nik!: string;
}

class Registration {
  @TextField({ max: 20, optional: true }) readonly note?: string;
  @NestedField(() => Person) readonly person!: Person;
}

const NIK = '0000000101900001';

async function errorsFor(body: string) {
  try {
    const accepted: unknown = await createValidationPipe().transform(JSON.parse(body), {
      type: 'body',
      metatype: Registration,
    });
    return { accepted };
  } catch (error) {
    if (error instanceof ProblemError) return error.options.errors;
    throw error;
  }
}

describe('The validation of requests', () => {
  it('takes what is declared', async () => {
    expect(await errorsFor(`{"person":{"nik":"${NIK}"}}`)).toEqual({ accepted: { person: { nik: NIK } } });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__', '__defineGetter__'])(
    'refuses an unknown field named %s as any other',
    async (name) => {
      const message = { en: 'is not a field of this request', id: 'bukan bagian dari permintaan ini' };
      const allowed = ['note', 'person'];
      expect(await errorsFor(`{"person":{"nik":"${NIK}"},"${name}":1}`)).toEqual([
        { field: name, message, allowed },
      ]);
      expect(await errorsFor(`{"person":{"nik":"${NIK}","${name}":{}}}`)).toEqual([
        { field: `person.${name}`, message },
      ]);
    },
  );

  it('names the place in a list', async () => {
    expect(await errorsFor('{"person":[{"nik":"1"},{"constructor":{}}]}')).toEqual([
      expect.objectContaining({ field: 'person.1.constructor' }),
    ]);
  });
});
