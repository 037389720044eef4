import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type ScalarTag,
  type YAMLMap,
} from 'yaml';
import { isLocalDate, type LocalDate } from '#kernel';
import { type Bilingual, CALCULATOR_FIELDS, misspeltFor } from '#law';
import { type ExpectedComponent, type ExpectedOutput, type LawCase, OUTPUT_PARTS } from '#law/cases';

/** A case and where it stands. */
export interface CaseInFile extends LawCase {
  readonly file: string;
  readonly line: number;
}

/** Something in a file of cases that cannot be read, and where. */
export interface CaseFault {
  readonly file: string;
  readonly line: number;
  readonly words: Bilingual;
}

export interface CasesOfFile {
  readonly cases: readonly CaseInFile[];
  readonly faults: readonly CaseFault[];
}

const OF_CASE = ['name', 'date', 'input', 'output', 'source', 'keywords'] as const;
const OF_OUTPUT = ['error', 'components', ...OUTPUT_PARTS] as const;

/** An amount may be grouped by threes, so that nobody has to count zeros: `20_000_000`. */
const GROUPED: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[0-9]{1,3}(?:_[0-9]{3})+$/,
  resolve: (digits) => Number(digits.replaceAll('_', '')),
};

/**
 * Reads a file of cases strictly: what is not known, stands twice, or is no whole number of rupiah is a fault with its line.
 * A file with a fault is read to its end, so that all of them are seen at once.
 */
export function readCases(file: string, text: string): CasesOfFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, customTags: (tags) => [GROUPED, ...tags] });
  const reading = new Reading(file, lines);
  const [unreadable] = document.errors;
  if (unreadable) {
    const { pos, message } = unreadable;
    const what = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    reading.faultAt(pos[0], {
      en: `not readable as YAML: ${what}`,
      id: `tidak terbaca sebagai YAML: ${what}`,
    });
    return { cases: [], faults: reading.faults };
  }
  const { contents } = document;
  if (!isSeq(contents) || contents.items.length === 0) {
    reading.fault(contents, {
      en: 'a list of cases is expected, each beginning with "- name:"',
      id: 'diharapkan daftar kasus, masing-masing dimulai dengan "- name:"',
    });
    return { cases: [], faults: reading.faults };
  }
  const cases = contents.items.flatMap((item) => reading.caseOf(item as Node) ?? []);
  return { cases, faults: reading.faults };
}

/** One file while it is read. */
class Reading {
  readonly faults: CaseFault[] = [];

  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
  ) {}

  fault(node: unknown, words: Bilingual): void {
    this.faultAt((node as Node | null)?.range?.[0] ?? 0, words);
  }

  faultAt(position: number, words: Bilingual): void {
    this.faults.push({ file: this.file, line: this.lineAt(position), words });
  }

  caseOf(node: Node): CaseInFile | undefined {
    const before = this.faults.length;
    const fields = this.fieldsOf(node, 'case', OF_CASE);
    if (!fields) return undefined;
    const read = {
      file: this.file,
      line: this.lineAt(node.range?.[0] ?? 0),
      name: this.textOf(node, fields, 'name'),
      ...this.dateOf(fields),
      input: this.inputOf(node, fields),
      output: this.outputOf(node, fields),
      source: this.textOf(node, fields, 'source'),
      keywords: this.keywordsOf(node, fields),
    };
    return this.faults.length === before ? read : undefined;
  }

  /** The values of a mapping by their keys; nothing, and a fault, when it is none. Keys that are not known are faults. */
  private fieldsOf<Name extends string>(
    node: unknown,
    what: string,
    known: readonly Name[],
  ): ReadonlyMap<Name, Node> | undefined {
    if (!isMap(node)) {
      this.fault(node, {
        en: `a ${what} is expected to hold ${known.join(', ')}`,
        id: `${what} diharapkan memuat ${known.join(', ')}`,
      });
      return undefined;
    }
    const fields = new Map<Name, Node>();
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (isKnown(name, known)) fields.set(name, value as Node);
      else this.fault(key, unknownKey(name, what, known));
    }
    return fields;
  }

  private textOf(node: Node, fields: ReadonlyMap<string, Node>, name: string): string {
    const value = fields.get(name);
    if (isScalar(value) && typeof value.value === 'string' && value.value.trim() !== '') return value.value;
    this.fault(value ?? node, {
      en: `${name} is needed, as text`,
      id: `${name} harus diisi, berupa teks`,
    });
    return '';
  }

  private dateOf(fields: ReadonlyMap<string, Node>): { date?: LocalDate } {
    const node = fields.get('date');
    if (node === undefined) return {};
    const date = isScalar(node) ? node.value : undefined;
    if (isLocalDate(date)) return { date };
    this.fault(node, {
      en: `date: ${shown(node)} is no day; write it as 2025-03-10`,
      id: `date: ${shown(node)} bukan tanggal; tulislah seperti 2025-03-10`,
    });
    return {};
  }

  private inputOf(node: Node, fields: ReadonlyMap<string, Node>): unknown {
    const input = fields.get('input');
    if (isMap(input)) {
      this.onlyWhatIsRead(input, fields.get('output'));
      return toPlain(input);
    }
    this.fault(input ?? node, {
      en: 'input is needed: calculator and the fields it reads',
      id: 'input harus diisi: calculator dan isian yang dibacanya',
    });
    return undefined;
  }

  /** A fact that nobody reads would prove nothing, unless the case is about what is refused or plays no part. */
  private onlyWhatIsRead(input: YAMLMap, output: Node | undefined): void {
    if (isMap(output) && (output.has('error') || output.has('ignoredFields'))) return;
    const calculator = String(input.get('calculator'));
    const read = Object.hasOwn(CALCULATOR_FIELDS, calculator) ? CALCULATOR_FIELDS[calculator]! : undefined;
    for (const { key } of read ? input.items : []) {
      const name = String(isScalar(key) ? key.value : key);
      if (name === 'calculator' || read!.includes(name)) continue;
      this.fault(key, unknownKey(name, `request of ${calculator}`, read!));
    }
  }

  private outputOf(node: Node, fields: ReadonlyMap<string, Node>): ExpectedOutput {
    const output = fields.get('output');
    const parts = this.fieldsOf(output ?? node, 'output', OF_OUTPUT);
    if (!parts || output === undefined) return { parts: {} };
    const error = parts.get('error');
    if (error !== undefined && parts.size > 1) {
      this.fault(error, {
        en: 'a request that is refused with an error has no other output',
        id: 'permintaan yang ditolak dengan error tidak mempunyai output lain',
      });
    }
    if (parts.size === 0) {
      this.fault(output, {
        en: 'output says nothing: name the components, the total, the decision or the error',
        id: 'output kosong: sebutkan komponen, jumlah, keputusan, atau error',
      });
    }
    for (const part of parts.values()) this.amountsWithin(part, '');
    for (const [name, part] of parts) if (isAmount(name)) this.amountOf(part, name);
    const components = parts.get('components');
    return {
      ...(error !== undefined && { error: this.textOf(node, parts, 'error') }),
      ...(components !== undefined && { components: this.componentsOf(components) }),
      parts: Object.fromEntries(
        OUTPUT_PARTS.flatMap((name) => (parts.has(name) ? [[name, toPlain(parts.get(name)!)]] : [])),
      ),
    };
  }

  /** `- JKM_DEATH: 20_000_000`, one code a line. */
  private componentsOf(node: Node): readonly ExpectedComponent[] {
    const rows: readonly unknown[] = isSeq(node) ? node.items : [node];
    return rows.flatMap((row) => {
      const pair = isMap(row) && row.items.length === 1 ? row.items[0]! : undefined;
      if (!pair || !isScalar(pair.key)) {
        this.fault(row, {
          en: 'components: one code and its amount a line is expected, such as "- JKM_DEATH: 20_000_000"',
          id: 'components: diharapkan satu kode dan jumlahnya per baris, misalnya "- JKM_DEATH: 20_000_000"',
        });
        return [];
      }
      const code = String(pair.key.value);
      return [{ code, amountIdr: this.amountOf(pair.value, code) }];
    });
  }

  /** Whatever ends in Idr is an amount, however deep it stands. */
  private amountsWithin(node: unknown, name: string): void {
    if (isSeq(node)) for (const item of node.items) this.amountsWithin(item, name);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const inner = String(isScalar(key) ? key.value : key);
      if (isAmount(inner)) this.amountOf(value, inner);
      else this.amountsWithin(value, inner);
    }
  }

  private amountOf(node: unknown, name: string): number {
    const amount = isScalar(node) ? node.value : undefined;
    if (typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0) return amount;
    const meant = wholeRupiah(shown(node));
    const hint =
      meant === undefined ? { en: '', id: '' } : { en: `; write ${meant}`, id: `; tulislah ${meant}` };
    this.fault(node, {
      en: `${name}: ${shown(node)} is no whole number of rupiah${hint.en}`,
      id: `${name}: ${shown(node)} bukan rupiah bulat${hint.id}`,
    });
    return 0;
  }

  private keywordsOf(node: Node, fields: ReadonlyMap<string, Node>): readonly string[] {
    const words = fields.get('keywords');
    const plain: unknown = words && toPlain(words);
    if (Array.isArray(plain) && plain.length > 0 && plain.every((word) => typeof word === 'string'))
      return plain;
    this.fault(words ?? node, {
      en: 'keywords are needed, as a list of words: [JKM, BPU]',
      id: 'keywords harus diisi, berupa daftar kata: [JKM, BPU]',
    });
    return [];
  }

  private lineAt(position: number): number {
    return Math.max(this.lines.linePos(position).line, 1);
  }
}

const isKnown = <Name extends string>(name: string, known: readonly Name[]): name is Name =>
  (known as readonly string[]).includes(name);

function unknownKey(name: string, what: string, known: readonly string[]): Bilingual {
  const meant = misspeltFor(name, known);
  return meant === undefined
    ? {
        en: `${name} is nothing that a ${what} holds; it holds ${known.join(', ')}`,
        id: `${name} bukan bagian dari ${what}; bagiannya ialah ${known.join(', ')}`,
      }
    : {
        en: `${name} is not known; did you mean ${meant}?`,
        id: `${name} tidak dikenal; apakah maksudnya ${meant}?`,
      };
}

const isAmount = (name: string) => name.endsWith('Idr');
const shown = (node: unknown) => (isScalar(node) ? (node.source ?? String(node.value)) : 'this');
/** Rupiah as people write them, `Rp20.000.000`, as a case writes them. */
const wholeRupiah = (text: string) =>
  /^(?:Rp\s?\d+|(?:Rp\s?)?\d{1,3}(?:[.,\s]\d{3})+)$/.test(text)
    ? grouped(text.replaceAll(/\D/g, ''))
    : undefined;
const grouped = (digits: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, '_');
const toPlain = (node: Node): unknown => node.toJSON();
