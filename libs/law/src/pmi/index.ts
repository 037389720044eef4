export {
  calculatePmiContribution,
  PMI_ROUTES,
  type PmiContributionInput,
  type PmiRoute,
} from './contribution-pmi.js';
