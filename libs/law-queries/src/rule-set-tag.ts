import { createHash } from 'node:crypto';
import { listRules, ruleHistory } from '#law';

/** Names the rules as they are in this release: other rules, another tag. */
const RULE_SET = createHash('sha256')
  .update(JSON.stringify(listRules().map(({ id }) => ruleHistory(id))))
  .digest('hex')
  .slice(0, 32);

/** The ETag of an answer about the rules, and of whatever else it depends on. */
export const ruleSetTag = (...of: readonly string[]): string => `"${[RULE_SET, ...of].join('.')}"`;

/** Whether somebody has the answer with this tag already (`If-None-Match`). */
export const isKept = (tag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch?.split(',').some((kept) => kept.trim().replace(/^W\//, '') === tag) ?? false;
