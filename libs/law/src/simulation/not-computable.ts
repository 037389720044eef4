/** What a simulation cannot compute exactly, or what the law does not sell; in both languages. */
export class NotComputable extends RangeError {
  override readonly name = 'NotComputable';

  constructor(en: string, id: string) {
    super(`${en} / ${id}`);
  }
}
