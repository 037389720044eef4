/** What becomes of an article in this system. */
export type Treatment =
  /** A rule, a policy or a convention of the law cites it: a spec compares. */
  | { readonly coded: true }
  /** Built outside the law: the file or folder that does it. */
  | { readonly builtIn: string }
  /** Left to a person, with the reason. */
  | { readonly person: string }
  /** Plays no part here, with the reason. */
  | { readonly notRelevant: string };

/** An article that the references of the law name, or a whole law of which they name no article. */
export interface Article {
  /** As documents are numbered: `PP 44/2015`. */
  readonly law: string;
  /** `Art. 37`, `Annex III`; nothing for the law as a whole. */
  readonly article?: string;
  /** What it says, in a few words. */
  readonly says: string;
  readonly treatment: Treatment;
}

export type Line = Omit<Article, 'law'>;

/** Articles of one law. */
export const of = (law: string, ...lines: readonly Line[]): readonly Article[] =>
  lines.map((line) => ({ law, ...line }));

export const coded = (article: string | undefined, says: string): Line => ({
  ...(article !== undefined && { article }),
  says,
  treatment: { coded: true },
});

export const builtIn = (article: string | undefined, says: string, path: string): Line => ({
  ...(article !== undefined && { article }),
  says,
  treatment: { builtIn: path },
});

export const person = (article: string | undefined, says: string, why: string): Line => ({
  ...(article !== undefined && { article }),
  says,
  treatment: { person: why },
});

export const notRelevant = (article: string | undefined, says: string, why: string): Line => ({
  ...(article !== undefined && { article }),
  says,
  treatment: { notRelevant: why },
});
