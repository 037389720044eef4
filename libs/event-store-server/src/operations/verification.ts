/** What can be wrong with a store. */
export type ProblemKind =
  /** Positions or revisions are missing. */
  | 'gap'
  /** An event is not the bytes that were once stored. */
  | 'checksum'
  /** An event stands where it does not belong. */
  | 'misplaced'
  /** Part of the file cannot be read as a database. */
  | 'unreadable'
  /** The database contradicts itself, for example an index its table. */
  | 'database';

/** One finding, as exactly as it can be told. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Position in `$all`, where there is one. */
  readonly position?: number;
  readonly stream?: string;
  readonly revision?: number;
  /** The finding for people. */
  readonly message: string;
}

/** What a verification found. The store is sound when there are no problems. */
export interface Verification {
  readonly isSound: boolean;
  /** Events whose checksum is right. */
  readonly events: number;
  readonly streams: number;
  readonly lastPosition: number;
  readonly problems: readonly Problem[];
  /** Problems past those that are listed. */
  readonly moreProblems: number;
}

/** Hears how far a verification has got. */
export type Progress = (done: number, total: number) => void;

/** More problems than this are only counted: the store is broken, and a longer list would not help. */
const MOST_LISTED = 1_000;

/** Collects problems. */
export class Findings {
  readonly problems: Problem[] = [];
  private unlisted = 0;

  add(problem: Problem): void {
    if (this.problems.length < MOST_LISTED) this.problems.push(problem);
    else this.unlisted++;
  }

  get moreProblems(): number {
    return this.unlisted;
  }
}

/** `5` or `5 to 9`. */
export function fromTo(first: number, last: number): string {
  return first === last ? String(first) : `${first} to ${last}`;
}

/** Everything that a verification found, as one text. */
export function describeProblems({ problems, moreProblems }: Verification): string {
  const lines = problems.map(({ message }) => message);
  return [...lines, ...(moreProblems > 0 ? [`and ${moreProblems} more`] : [])].join('; ');
}
