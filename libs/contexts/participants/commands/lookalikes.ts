import { FirstLines } from '#csv-files';
import { duplicateKeys } from '../domain/duplicate-keys.js';
import { type DuplicateReason } from '../domain/duplicate.events.js';
import type { RowRemark } from '../domain/import.events.js';
import type { Newcomer, PersonsAlike } from '../domain/persons-alike.js';

/** What a row is told of somebody who may be the same person: never who that is. */
const REMARKS: Readonly<Record<DuplicateReason, string>> = {
  NAME_AND_BIRTH_DATE: 'has this name and birth date under another NIK',
  NEAR_NAME: 'has a name like this one and this birth date under another NIK',
  PHONE: 'has this phone',
  DEATH_CERTIFICATE: 'has this certificate of death',
  ACCOUNT: 'is paid to this account',
};

/** Who of one file may be somebody else of it, or somebody who is registered. Other lines may not have been told to anybody yet. */
export class Lookalikes {
  private readonly firstLines = new FirstLines();

  /** Why the worker of a line may be somebody else, as warnings of that line; one for each reason. */
  async of(alike: PersonsAlike, newcomer: Newcomer, line: number): Promise<readonly RowRemark[]> {
    const inFile = this.inFile(newcomer, line);
    const known = (await alike.to(newcomer)) ?? [];
    const registered = known.filter((reason) => !inFile.some((one) => one.reason === reason));
    return [
      ...inFile.map(({ reason, first }) => remarkOf(line, reason, `The worker of line ${first}`)),
      ...registered.map((reason) => remarkOf(line, reason, 'Somebody who is registered')),
    ];
  }

  private inFile(newcomer: Newcomer, line: number) {
    return duplicateKeys(newcomer).flatMap(([reason, inCommon]) => {
      const first = this.firstLines.noted(`${reason}/${inCommon}`, line);
      return first === undefined ? [] : [{ reason, first }];
    });
  }
}

const remarkOf = (line: number, reason: DuplicateReason, who: string): RowRemark => ({
  line,
  code: `DUPLICATE_${reason}`,
  detail: `${who} ${REMARKS[reason]}; compare them`,
});
