import { type PoliciesProof, type PolicyList, provePolicies } from '../policies.js';
import { COVERAGE, JKK, JKM, WORK_ACCIDENT } from './insurance.lists.js';
import { MIGRANT_AID } from './pmi.lists.js';
import { JHT_FULL, JHT_PARTIAL, JKP, JP, JP_INDEXATION, MLT } from './savings.lists.js';
import { SCHOLARSHIP } from './scholarship.lists.js';

const proofOf =
  <Facts extends object>(list: PolicyList<Facts>) =>
  (): PoliciesProof =>
    provePolicies(list);

/** The proof of each list of policies; a list that a chapter exports and that is not here is a fault of a spec. */
export const POLICY_LISTS: readonly (() => PoliciesProof)[] = [
  proofOf(COVERAGE),
  proofOf(JKK),
  proofOf(WORK_ACCIDENT),
  proofOf(JKM),
  proofOf(SCHOLARSHIP),
  proofOf(JHT_FULL),
  proofOf(JHT_PARTIAL),
  proofOf(JP),
  proofOf(JP_INDEXATION),
  proofOf(JKP),
  proofOf(MLT),
  proofOf(MIGRANT_AID),
];
