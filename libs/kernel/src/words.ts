/** A sentence, or a part of one, in the two languages that people of the field read. */
export interface Words {
  readonly en: string;
  readonly id: string;
}
