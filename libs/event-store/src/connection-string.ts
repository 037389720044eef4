/** `esdb://user:password@host:port,host:port?options`, as EventStoreDB documents it. */
const FORM = /^(?<scheme>esdb(?:\+discover)?):\/\/(?:(?<user>[^:@/?]*)(?::[^@/?]*)?@)?(?<hosts>[^/?]*)/;

/** Whoever signs in with it; undefined where nobody does. */
export function userIn(connectionString: string): string | undefined {
  const user = FORM.exec(connectionString)?.groups?.user;
  return user ? decodeURIComponent(user) : undefined;
}

/**
 * The same in a form in which the client uses every host that it names: of several behind `esdb+discover://` it would ask the
 * first one alone who the leader is, and find nobody while that one is away.
 */
export function withAllSeeds(connectionString: string): string {
  const { scheme, hosts } = FORM.exec(connectionString)?.groups ?? {};
  const isCut = scheme === 'esdb+discover' && hosts?.includes(',');
  return isCut ? connectionString.replace('esdb+discover://', 'esdb://') : connectionString;
}

/** One connection string for each host: it leads to that node, whoever leads. */
export function seedsIn(connectionString: string): readonly string[] {
  const { scheme, hosts = '' } = FORM.exec(connectionString)?.groups ?? {};
  if (scheme === undefined) return [];
  const plain = connectionString.replace(`${scheme}://`, 'esdb://');
  return hosts.split(',').map((host) => plain.replace(hosts, host));
}
