/** The API did not answer as it was asked: the status, and what it says of it. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';

  constructor(
    message: string,
    /** Of the problem, where it is one. */
    readonly code?: string,
    /** What else the answer says: when to ask again, and of which past. */
    readonly headers: Headers = new Headers(),
  ) {
    super(message);
  }
}

/** How somebody asks the API. */
export interface Asking {
  readonly token: string;
  /** JSON that it is asked with; without, it is a GET. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the answer may take, in milliseconds; 30 seconds. */
  readonly withinMs?: number;
}

const WITHIN_MS = 30_000;

/** An answer of the API, to be read. @throws ApiRefused */
export async function askApi(
  url: string | URL,
  { token, body, headers, withinMs = WITHIN_MS }: Asking,
): Promise<Response> {
  const response = await answered(url, withinMs, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  if (response.ok) return response;
  const problem = await problemIn(response);
  const { code, title, detail } = problem;
  throw new ApiRefused(
    [`${response.status}: ${detail ?? title ?? response.statusText}`, ...wrongFields(problem)].join('\n'),
    code,
    response.headers,
  );
}

/** Whatever answers there. @throws ApiRefused naming where nobody does; of an address no more than its host, for a query may name people */
async function answered(url: string | URL, withinMs: number, asked: RequestInit): Promise<Response> {
  if (!URL.canParse(String(url))) throw new ApiRefused(`${String(url)}: is no address / bukan alamat`);
  try {
    return await fetch(url, { ...asked, signal: AbortSignal.timeout(withinMs) });
  } catch (error) {
    const where = new URL(url).origin;
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new ApiRefused(
        `${where}: no answer within ${withinMs / 1000} s / tidak ada jawaban dalam ${withinMs / 1000} detik`,
      );
    if (error instanceof TypeError)
      throw new ApiRefused(`${where}: nobody answers there / tidak ada yang menjawab di sana`);
    throw error;
  }
}

/** What the API answers as JSON. @throws ApiRefused also where it is none */
export async function askForJson<Answer>(url: string | URL, asking: Asking): Promise<Answer> {
  return (await askForTold(url, asking)).answer as Answer;
}

/** What the API answers as JSON, and what its headers say beside. @throws ApiRefused also where it is no JSON */
export async function askForTold(
  url: string | URL,
  asking: Asking,
): Promise<{ readonly answer: unknown; readonly headers: Headers }> {
  const response = await askApi(url, {
    ...asking,
    headers: { accept: 'application/json', ...asking.headers },
  });
  const answer = await response.text();
  try {
    return { answer: JSON.parse(answer) as unknown, headers: response.headers };
  } catch {
    throw new ApiRefused(`${response.status}: what answers there is not the API / yang menjawab bukan API`);
  }
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  /** What is wrong with which field. */
  readonly errors?: unknown;
}

/** A line for each field that is wrong. */
function wrongFields({ errors }: Problem): string[] {
  if (!Array.isArray(errors)) return [];
  return (errors as readonly Readonly<Record<string, unknown>>[]).map(
    ({ field, message }) => `  ${String(field)}: ${String(message)}`,
  );
}

/** What a problem (RFC 9457) says; nothing where a gateway before the API answers in its own words. */
async function problemIn(response: Response): Promise<Problem> {
  const told: unknown = await response.json().catch(() => undefined);
  return typeof told === 'object' && told !== null ? told : {};
}
