/** Gives a class that a function makes the name that messages and profiles say. */
export function named<Class extends object>(name: string, of: Class): Class {
  return Object.defineProperty(of, 'name', { value: name });
}
