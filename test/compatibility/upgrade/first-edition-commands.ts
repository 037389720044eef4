/**
 * What the first edition (revision 879b1e2) made the digest of a command from, for whoever has to recognise a command that was recorded
 * then. Class names, stream names and fields stay as they stand here: the digests in old logs were made of them.
 *
 *     metadata.commandDigest = base64url(HMAC-SHA-256(LINDUNG_ID_SECRET, canonical JSON of { command, streamId, ...content }))
 *
 * `command` is the name of the class, `streamId` the stream that was appended to, `content` every other member of the command but `context`
 * and `expectedRevision` (so neither the sender, nor the time, nor `If-Match`). Canonical: members of objects sorted by
 * name at every depth, lists in their order, no blanks; what is left out or undefined does not appear. Values are those after the request's
 * fields were brought to their normal form: texts trimmed and NFC, UUIDs in lower case, blanks and dashes taken out of
 * phone numbers. Days, months and moments are texts; a moment stands as it was sent, with the offset it was sent with.
 */
export interface FirstEditionCommand {
  /** Name of the class. `Object`: a step of an import, which was no class. */
  readonly command: string;
  /** Stream, or streams, that it was recorded in; in braces where the id comes from. */
  readonly streams: readonly string[];
  /** Route, or process, that sent it. */
  readonly sentBy: readonly string[];
  /** Members beside `command` and `streamId`. `?` after a name: may be left out. */
  readonly content: Shape;
}

/** `text`, `number` or `boolean`, one of the texts in `'…'`, members by name, or a list of one shape. */
export type Shape = string | readonly [Shape] | { readonly [member: string]: Shape };

const account = { bank: 'text', number: 'text', holder: 'text' };
const documents = [{ kind: 'text', reference: 'text' }] as const;
const claimant = { claimantName: 'text', account };
const agreement = {
  agreementId: 'text',
  sponsorKind: 'text',
  governmentPaid: 'boolean',
  validFrom: 'text',
  validUntil: 'text',
};
const letter = { accidentId: 'text', facilityId: 'text', 'issuedOn?': 'text' };
const school = { level: 'text', yearInLevel: 'number' };
const bankSaid = { payoutId: 'text', bankReference: 'text', on: 'text' };

export const FIRST_EDITION_COMMANDS: readonly FirstEditionCommand[] = [
  {
    command: 'RegisterParticipant',
    streams: ['participant-{input.participantId}'],
    sentBy: ['POST /participants', 'POST /participants/imports'],
    content: {
      input: {
        participantId: 'text',
        segment: "'BPU'",
        channel: 'text',
        payer: 'text',
        'sponsorId?': 'text',
        'agreementId?': 'text',
        district: 'text',
        sector: 'text',
        declaredIncomeIdr: 'number',
        registeredOn: 'text',
        person: {
          nik: 'text',
          name: 'text',
          birthDate: 'text',
          sex: 'text',
          'phone?': 'text',
          occupation: 'text',
          workplace: 'text',
        },
      },
      // Of a row of an import only.
      'imported?': { agreement },
    },
  },
  {
    command: 'RecordContribution',
    streams: ['contribution-{input.participantId}'],
    sentBy: ['POST /participants/{participantId}/contributions', 'POST /participants/imports'],
    content: {
      input: {
        participantId: 'text',
        period: 'text',
        months: 'number',
        payer: 'text',
        'sponsorId?': 'text',
        'agreementId?': 'text',
        'amountIdr?': 'number',
        paidOn: 'text',
        receipt: 'text',
      },
      // Of a row of an import only: the state of a worker who has just registered.
      'imported?': {
        agreement,
        participant: {
          situation: "'REGISTERED'",
          participantId: 'text',
          segment: "'BPU'",
          sector: 'text',
          incomeBaseIdr: 'number',
          registeredOn: 'text',
          agreementId: 'text',
          children: ['text'],
          heirIds: ['text'],
        },
      },
    },
  },
  {
    command: 'RegisterChild',
    streams: ['participant-{input.participantId}'],
    sentBy: ['POST /participants/{participantId}/children'],
    content: {
      input: {
        participantId: 'text',
        childId: 'text',
        'school?': school,
        person: { name: 'text', birthDate: 'text' },
      },
    },
  },
  {
    command: 'RegisterHeir',
    streams: ['participant-{input.participantId}'],
    sentBy: ['POST /participants/{participantId}/heirs'],
    content: {
      input: {
        participantId: 'text',
        heirId: 'text',
        relation: 'text',
        person: { name: 'text', 'phone?': 'text' },
      },
    },
  },
  {
    command: 'ReportDeath',
    streams: ['participant-{input.participantId}'],
    sentBy: ['POST /participants/{participantId}/death'],
    content: {
      input: { participantId: 'text', diedOn: 'text', certificate: 'text', health: { cause: 'text' } },
    },
  },
  {
    command: 'TraceDeath',
    streams: ['participant-{input.participantId}'],
    sentBy: ['POST /participants/{participantId}/death/accident'],
    content: { input: { participantId: 'text', accidentId: 'text' } },
  },
  {
    // The command ids of its steps follow from the import, whose id follows from file and terms.
    command: 'Object',
    streams: ['import-{importId}'],
    sentBy: ['POST /participants/imports'],
    content: {},
  },
  {
    command: 'RegisterSponsor',
    streams: ['sponsor-{input.sponsorId}'],
    sentBy: ['POST /sponsors'],
    content: { input: { sponsorId: 'text', kind: 'text', name: 'text', district: 'text' } },
  },
  {
    command: 'SignSponsorAgreement',
    streams: ['sponsor-{input.sponsorId}'],
    sentBy: ['POST /sponsors/{sponsorId}/agreements'],
    content: {
      input: {
        sponsorId: 'text',
        agreementId: 'text',
        reference: 'text',
        governmentPaid: 'boolean',
        validFrom: 'text',
        validUntil: 'text',
      },
    },
  },
  {
    command: 'RegisterFacility',
    streams: ['facility-{input.facilityId}'],
    sentBy: ['POST /facilities'],
    content: { input: { facilityId: 'text', kind: 'text', name: 'text', district: 'text', account } },
  },
  {
    command: 'SignPlkkAgreement',
    streams: ['facility-{input.facilityId}'],
    sentBy: ['POST /facilities/{facilityId}/agreements'],
    content: {
      input: {
        facilityId: 'text',
        agreementId: 'text',
        reference: 'text',
        validFrom: 'text',
        validUntil: 'text',
      },
    },
  },
  {
    command: 'ExtendPlkkAgreement',
    streams: ['facility-{input.facilityId}'],
    sentBy: ['POST /facilities/{facilityId}/agreements/{agreementId}/addenda'],
    content: { input: { facilityId: 'text', agreementId: 'text', reference: 'text', validUntil: 'text' } },
  },
  {
    // `nthOfDay` of the request is in `accidentId` only.
    command: 'NotifyAccident',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents'],
    content: {
      input: {
        accidentId: 'text',
        participantId: 'text',
        kind: 'text',
        placeKind: 'text',
        occurredOn: 'text',
        occurredAt: 'text',
        notifiedBy: 'text',
        person: { contactName: 'text', contactPhone: 'text', place: 'text' },
        health: { chronology: 'text', 'bodyPart?': 'text' },
      },
    },
  },
  {
    command: 'ReportStageOne',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/stage-one'],
    content: {
      input: {
        accidentId: 'text',
        reportedBy: 'text',
        'reportedAt?': 'text',
        effect: 'text',
        evidence: ['text'],
      },
    },
  },
  {
    command: 'ReceiveEvidence',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/evidence'],
    content: { input: { accidentId: 'text', evidence: ['text'] } },
  },
  {
    command: 'IssuePlkkReferral',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/referrals'],
    content: { input: letter },
  },
  {
    command: 'IssueGuaranteeLetter',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/guarantee-letters'],
    content: { input: letter },
  },
  {
    command: 'RecordCare',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/care'],
    content: {
      input: {
        accidentId: 'text',
        facilityId: 'text',
        admittedOn: 'text',
        dischargedOn: 'text',
        invoiceNumber: 'text',
        invoiceIdr: 'number',
        health: { procedures: 'text' },
      },
    },
  },
  {
    command: 'IssueDoctorStatement',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/doctor-statements'],
    content: {
      input: {
        accidentId: 'text',
        doctorKind: 'text',
        statedOn: 'text',
        health: {
          condition: 'text',
          diagnosis: 'text',
          dominantHand: 'text',
          injuries: [
            {
              item: 'text',
              'side?': 'text',
              'kind?': 'text',
              'functionLossPct?': 'number',
              'units?': 'number',
              'percent?': 'number',
              'shorteningCm?': 'number',
              'abilityLossPct?': 'number',
              'betterEyeLossPct?': 'number',
              'worseEyeLossPct?': 'number',
            },
          ],
          'unableFrom?': 'text',
          'unableUntil?': 'text',
          'diedOn?': 'text',
        },
      },
    },
  },
  {
    command: 'ConcludeAccident',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/conclusion'],
    content: {
      input: { accidentId: 'text', conclusion: 'text', reason: 'text', 'concludedOn?': 'text' },
    },
  },
  {
    command: 'ReportStageTwo',
    streams: ['accident-{input.accidentId}'],
    sentBy: ['POST /accidents/{accidentId}/stage-two'],
    content: {
      input: {
        accidentId: 'text',
        reportedBy: 'text',
        'reportedAt?': 'text',
        transport: [{ mode: 'text', amountIdr: 'number' }],
      },
    },
  },
  {
    // `accidentId` of JKK only. For JKM the claimant is 'HEIR' without being asked for.
    command: 'SubmitClaim',
    streams: ['claim-{input.claimId}'],
    sentBy: ['POST /claims/jkk', 'POST /claims/jkm'],
    content: {
      input: {
        claimId: 'text',
        programme: 'text',
        'accidentId?': 'text',
        participantId: 'text',
        claimant: 'text',
        documents,
        person: claimant,
      },
    },
  },
  {
    command: 'AddDocuments',
    streams: ['claim-{input.claimId}'],
    sentBy: ['POST /claims/{claimId}/documents'],
    content: { input: { claimId: 'text', documents } },
  },
  {
    command: 'TakeClaimOver',
    streams: ['claim-{input.claimId}'],
    sentBy: ['POST /claims/{claimId}/claimant'],
    content: { input: { claimId: 'text', claimant: 'text', documents, person: claimant } },
  },
  {
    command: 'CalculateBenefit',
    streams: ['claim-{claimId}'],
    sentBy: ['POST /claims/{claimId}/calculation'],
    content: { claimId: 'text' },
  },
  {
    // A JKK claim is begun in the docket of its participant first, under the same id and name.
    command: 'ApproveClaim',
    streams: ['docket-{participantId}', 'claim-{claimId}'],
    sentBy: ['POST /claims/{claimId}/approval'],
    content: { claimId: 'text' },
  },
  {
    command: 'DenyClaim',
    streams: ['claim-{claimId}'],
    sentBy: ['POST /claims/{claimId}/denial'],
    content: { claimId: 'text' },
  },
  {
    // `person` is left out for a PLKK, and where the account could not be opened any more.
    command: 'OrderPayout',
    streams: ['payout-{derivedId(payout, input.source.eventId, input.payee, input.facilityId)}'],
    sentBy: ['the process claim-payment'],
    content: {
      input: {
        participantId: 'text',
        source: { kind: 'text', id: 'text', eventId: 'text' },
        payee: 'text',
        'facilityId?': 'text',
        'person?': { account },
        componentCodes: ['text'],
        amountIdr: 'number',
        'payBy?': 'text',
        orderedOn: 'text',
      },
    },
  },
  {
    command: 'InstructPayout',
    streams: ['payout-{input.payoutId}'],
    sentBy: ['POST /payouts/{payoutId}/instructions'],
    content: { input: { payoutId: 'text', instructedOn: 'text', instructionNumber: 'text' } },
  },
  {
    command: 'AcceptPayout',
    streams: ['payout-{input.payoutId}'],
    sentBy: ['POST /payouts/{payoutId}/bank-results with ACCEPTED'],
    content: { input: bankSaid },
  },
  {
    command: 'SettlePayout',
    streams: ['payout-{input.payoutId}'],
    sentBy: ['POST /payouts/{payoutId}/bank-results with SETTLED'],
    content: { input: { ...bankSaid, amountIdr: 'number' } },
  },
  {
    command: 'ReturnPayout',
    streams: ['payout-{input.payoutId}'],
    sentBy: ['POST /payouts/{payoutId}/bank-results with RETURNED'],
    content: { input: { ...bankSaid, reason: 'text' } },
  },
  {
    command: 'CorrectPayoutAccount',
    streams: ['payout-{input.payoutId}'],
    sentBy: ['POST /payouts/{payoutId}/account-corrections'],
    content: { input: { payoutId: 'text', person: { account } } },
  },
  {
    command: 'GrantScholarship',
    streams: ['scholarship-{derivedId(scholarship, input.participantId, input.childId)}'],
    sentBy: ['the process scholarship-grants'],
    content: {
      input: {
        claimId: 'text',
        participantId: 'text',
        childId: 'text',
        place: 'number',
        eventDate: 'text',
        'school?': school,
        asOf: 'text',
        grantedOn: 'text',
      },
    },
  },
  {
    command: 'GrantLateScholarship',
    streams: ['scholarship-{derivedId(scholarship, input.participantId, input.childId)}'],
    sentBy: ['the process late-children'],
    content: { input: { participantId: 'text', childId: 'text', namedOn: 'text' } },
  },
  {
    command: 'SubmitEvidence',
    streams: ['scholarship-{input.scholarshipId}'],
    sentBy: ['POST /scholarships/{scholarshipId}/evidence'],
    content: {
      input: {
        scholarshipId: 'text',
        year: 'number',
        level: 'text',
        yearInLevel: 'number',
        married: 'boolean',
        working: 'boolean',
        'work?': { kind: 'text', months: 'number' },
        evidence: documents,
        payee: 'text',
        person: { account },
      },
    },
  },
  {
    command: 'ApproveYear',
    streams: ['scholarship-{input.scholarshipId}'],
    sentBy: ['POST /scholarships/{scholarshipId}/years/{year}/approval'],
    content: { input: { scholarshipId: 'text', year: 'number' } },
  },
  {
    command: 'EndScholarship',
    streams: ['scholarship-{input.scholarshipId}'],
    sentBy: ['POST /scholarships/{scholarshipId}/end'],
    content: { input: { scholarshipId: 'text', reason: 'text', endedOn: 'text' } },
  },
];
