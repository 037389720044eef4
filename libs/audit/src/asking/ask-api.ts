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
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(withinMs),
  });
  if (response.ok) return response;
  const { code, title, detail } = await problemIn(response);
  throw new ApiRefused(
    `${response.status}: ${detail ?? title ?? response.statusText}`,
    code,
    response.headers,
  );
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
}

/** What a problem (RFC 9457) says; nothing where a gateway before the API answers in its own words. */
async function problemIn(response: Response): Promise<Problem> {
  const told: unknown = await response.json().catch(() => undefined);
  return typeof told === 'object' && told !== null ? told : {};
}
