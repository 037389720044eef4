import { asked, shape } from '#http';
import { BASES, SPONSOR_KINDS } from '../domain/sponsor.events.js';

export class RegisterSponsorBody extends shape({
  kind: asked.code(SPONSOR_KINDS),
  name: asked.name({ description: 'Name of the public body or company' }),
  district: asked.district(),
}) {}

export class SignSponsorAgreementBody extends shape({
  basis: asked.code(BASES, { optional: true, description: 'What the promise rests on' }),
  reference: asked.paperNumber({ max: 100, description: 'Number of the decree or contract' }),
  governmentPaid: asked.yesNo({ description: 'Paid from APBN or APBD, village budgets included' }),
  validFrom: asked.day(),
  validUntil: asked.day(),
}) {}
