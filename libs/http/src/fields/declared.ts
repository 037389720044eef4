import 'reflect-metadata';
import type { ListBounds, Scalar } from '#kernel';
import { fieldsOf } from '../problem/validation-problem.js';

/** What a request declares of one of its fields: a kind of single value, or a class of its own. */
export interface DeclaredField extends Partial<ListBounds> {
  readonly scalar?: Scalar;
  readonly nested?: () => new () => object;
  readonly each?: boolean;
  readonly optional?: boolean;
  /** What becomes of a value as it was sent, where that is not the value itself. */
  readonly read?: (value: unknown) => unknown;
  /** Whether what was read may be kept, where that is not for the scalar to say. */
  readonly fits?: (value: unknown) => boolean;
}

const DECLARED = 'lindung:field';

/** Keeps what a field is beside it, for whoever makes requests without knowing them. */
export const declared = (field: DeclaredField): PropertyDecorator => Reflect.metadata(DECLARED, field);

/** The fields of a class of requests by name. @throws Error when one does not say what it may hold */
export function declaredFields(type: new () => object): ReadonlyMap<string, DeclaredField> {
  return new Map(
    fieldsOf(type).map((name) => {
      const field = Reflect.getMetadata(DECLARED, type.prototype as object, name) as
        DeclaredField | undefined;
      if (!field) throw new Error(`${type.name}.${name} does not say which scalar it holds`);
      return [name, field];
    }),
  );
}
