import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { paperNumber } from '#kernel';

const CONTEXTS = join(import.meta.dirname, '../../libs/contexts');
const OPENAPI = join(import.meta.dirname, '../../docs/reference/openapi/command-api.json');

/** What an event says in the open, outside the sections that only the person's key opens. */
interface Said {
  readonly event: string;
  /** `payments.componentCodes` */
  readonly field: string;
  /** As it is written: `string`, or a type of another file. */
  readonly type: string;
}

/** Types of other files whose values are days, amounts or one of a closed set. */
const CLOSED =
  /^(LocalDate|Instant|Period|Rupiah|number|boolean|Segment|CoverageStatus|Conclusion|TransportMode|Level|Hand|RiskClass|EmployerSize|EmployerProgramme|OccupationGroup|Sex|AgeBand|DocumentKind|AuthorityLevel|Relation|OtherPayer|OtherPayerStatus|StopReason|Turn|WhatBecomesOfPatients|AccidentKind|PlaceKind|Billing|Notifier|CareBearer|Insurer|NoSignatureReason)$/;

/** Of another context or the kernel: numbers, codes and ids of ours. */
const LOOKED_THROUGH_THERE = /^(ClaimComponent|ApprovedPayment|AuthorityUsed|DelegationUsed)$/;

/** Everything in the open of the events that the files of one context declare. */
function saidIn(eventFiles: readonly string[]): Said[] {
  const types = new Map<string, ts.TypeNode | ts.InterfaceDeclaration>();
  for (const file of eventFiles) {
    const text = readFileSync(join(CONTEXTS, file), 'utf8');
    for (const one of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
      if (ts.isInterfaceDeclaration(one)) types.set(one.name.text, one);
      if (ts.isTypeAliasDeclaration(one)) types.set(one.name.text, one.type);
    }
  }
  const said: Said[] = [];

  function members(event: string, path: string, list: readonly ts.TypeElement[]): void {
    for (const one of list) {
      if (ts.isPropertySignature(one) && one.type) walk(event, `${path}${one.name.getText()}`, one.type);
      else said.push({ event, field: path, type: one.getText() });
    }
  }

  function walk(event: string, field: string, type: ts.TypeNode | ts.InterfaceDeclaration): void {
    if (ts.isInterfaceDeclaration(type)) {
      for (const { types: parents } of type.heritageClauses ?? []) {
        for (const parent of parents) walk(event, field, parent);
      }
      members(event, `${field}.`, type.members);
    } else if (ts.isTypeLiteralNode(type)) members(event, field === '' ? '' : `${field}.`, type.members);
    else if (ts.isArrayTypeNode(type)) walk(event, field, type.elementType);
    else if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) walk(event, field, type.type);
    else if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
      for (const one of type.types) walk(event, field, one);
    } else if (ts.isLiteralTypeNode(type) || ts.isIndexedAccessTypeNode(type)) return;
    else if (ts.isTypeReferenceNode(type) || ts.isExpressionWithTypeArguments(type)) {
      const name = (ts.isTypeReferenceNode(type) ? type.typeName : type.expression).getText();
      const here = types.get(name);
      if (name === 'Sealed' || CLOSED.test(name)) return;
      if (here) walk(event, field, here);
      else if (LOOKED_THROUGH_THERE.test(name)) return;
      else said.push({ event, field, type: type.getText() });
    } else if (!CLOSED.test(type.getText())) said.push({ event, field, type: type.getText() });
  }

  for (const type of types.values()) {
    if (!ts.isTypeReferenceNode(type) || type.typeName.getText() !== 'DomainEvent') continue;
    const [name, data] = type.typeArguments ?? [];
    if (name && data) walk(name.getText().slice(1, -1), '', data);
  }
  return said;
}

/** Why a text in the open cannot hold a person. A new field of an event is sealed, or finds its reason here. */
const CANNOT_HOLD_A_PERSON: Readonly<Record<string, RegExp>> = {
  'an id, or the subject of a token':
    /(^|\.)(id|\w+Ids?|submittedBy|backDatedBy|correctedBy|tariffOf|within)$/,
  'the office of a token': /^(office|reviewerOffice)$/,
  'a code of a district': /^(district|formerDistrict)$/,
  'a time of day': /^occurredAt$/,
  'a code or a sentence of the law, which no request carries':
    /(^|\.)(programme|code|componentCodes|payee|decision|insteadOf|rule|law|article|ruleSetVersion)$|^(refusal\.)?detail$|^(projected|components)\.arithmetic$|^reliefArithmetic$/,
  'a code and a sentence of a table of refusals': /^(rejected|warnings)\.(code|detail)$/,
  'a code of what is to be done next, which no request carries': /^step$/,
  'the name of a stream: a kind and an id': /^ofStream$/,
  'places in the log, which no request carries': /^proof$/,
  'made by chance': /^seed$/,
  'a digest of a file': /^(fileDigest|sealedSha256)$/,
  'numbers that we give out ourselves': /^(referralNumber|guaranteeNumber)$/,
  'the name and the account of an institution':
    /^(name|owner|contractor|(proposed\.)?account\.(bank|holder|number)|(facility|employer)Account)$/,
  'what is agreed with an institution: closed sets, prices, and items named as papers are': /(^|\.)terms$/,
  'closed sets and numbers of the law': /(^|\.)(school|remainingYears|work\.kind)$/,
};

/** Institutions have events of their own; nobody else's name or account stands in the open. */
const OF_INSTITUTIONS =
  /^(EmployerAccountNamed|EmployerRegistered|FacilityRegistered|PlkkProposalMade|PlkkAgreementAmended|SponsorRegistered|ProjectRegistered|FieldActionPlanned|CandidateListOpened|PayoutInstructed)$/;

/** Numbers of papers that people type: their form refuses what looks like a NIK, a family card or a telephone. */
const NUMBERS_OF_PAPERS =
  /^(receipt|reference|instructionNumber|npp|branch|registrationNumber|car|medicalReview|mayRepeat)$|(^|\.)(invoiceNumber|bankReference)$/;

/** Their references are sealed, whatever they say. */
const SEALED = /^(DocumentBody|EvidenceDocumentBody)$/;

const files = readdirSync(CONTEXTS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /domain\/[\w-]+\.events\.ts$/.test(file),
);
const contexts = new Set(files.map((file) => file.split('/')[0]));
const said = [...contexts].flatMap((context) =>
  saidIn(files.filter((file) => file.startsWith(`${context}/`))),
);

describe('what an event says in the open', () => {
  it('cannot hold a person', () => {
    const reasons = Object.values(CANNOT_HOLD_A_PERSON);
    const open = said.filter(
      ({ field }) => !NUMBERS_OF_PAPERS.test(field) && !reasons.some((fields) => fields.test(field)),
    );
    expect(said.length).toBeGreaterThan(150);
    expect(open.map(({ event, field, type }) => `${event}.${field}: ${type}`)).toEqual([]);
  });

  it('names institutions only where they are registered and paid', () => {
    const names = CANNOT_HOLD_A_PERSON['the name and the account of an institution'];
    const others = said.filter(({ event, field }) => names?.test(field) && !OF_INSTITUTIONS.test(event));
    expect(others).toEqual([]);
  });

  it('has no reason that nothing needs', () => {
    const unused = Object.entries(CANNOT_HOLD_A_PERSON).filter(
      ([, fields]) => !said.some(({ field }) => fields.test(field)),
    );
    expect(unused.map(([why]) => why)).toEqual([]);
  });

  it('is, of the papers that people type, a number without room for a person', () => {
    const { components } = JSON.parse(readFileSync(OPENAPI, 'utf8')) as {
      components: { schemas: Record<string, { properties?: Record<string, { pattern?: string }> }> };
    };
    const fields = Object.entries(components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([field]) => NUMBERS_OF_PAPERS.test(field) && !SEALED.test(name))
        .map(([field, { pattern }]) => ({ field: `${name}.${field}`, pattern })),
    );
    expect(fields.length).toBeGreaterThan(5);
    const { pattern } = paperNumber({ max: 60 }).jsonSchema;
    expect(fields.filter((one) => one.pattern !== pattern)).toEqual([]);
  });
});
