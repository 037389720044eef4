/** Where a program says in lines what it does. Fields stand beside the message and never carry personal data. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
