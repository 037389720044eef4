/** How the server tells its operator about a failure that no client waits to hear of. */
export type Report = (what: string, error: unknown) => void;
