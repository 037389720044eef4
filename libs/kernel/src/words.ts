/** A sentence, or a part of one, in the two languages that people of the field read. */
export interface Words {
  readonly en: string;
  readonly id: string;
}

/** What is said alike in both languages: names of fields, columns and codes. */
export const alike = (text: string): Words => ({ en: text, id: text });
