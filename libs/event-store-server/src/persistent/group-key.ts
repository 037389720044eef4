/** Which group: the stream it reads (undefined means `$all`) and its name. */
export interface GroupKey {
  readonly stream: string | undefined;
  readonly group: string;
}

/** How `$all` is written where a stream is named. */
export const ALL = '$all';

/** The name of a group among all groups, as EventStoreDB writes it. */
export function groupId({ stream, group }: GroupKey): string {
  return `${stream ?? ALL}::${group}`;
}
