import type { BenefitComponent } from '#law';
import type { ScholarshipComponent } from './scholarship.events.js';

/** What an event keeps of a computed component. */
export function componentOf({
  code,
  amountIdr,
  law,
  article,
  arithmetic,
}: BenefitComponent): ScholarshipComponent {
  return { code, amountIdr, law, article, arithmetic };
}
