import type { ChangeSummary, FileSummary, ResourceChange, ResourceChanges } from '../../../exchange/index.ts';
import { groupBy } from '../../controls/groupBy.ts';

/** A row of the list of changes: a file, or under it a resource of which something became. */
export type ChangeEntry =
  | {
      readonly kind: 'file';
      readonly key: string;
      readonly file: FileSummary;
      readonly told: readonly ResourceChange[];
    }
  | {
      readonly kind: 'resource';
      readonly key: string;
      readonly file: FileSummary;
      readonly told: readonly [ResourceChange];
    };

/** Each changed file, followed by its resources. */
export function changeEntries(
  { files }: ChangeSummary,
  changes: ResourceChanges | null,
): readonly ChangeEntry[] {
  const byFile = groupBy(changes?.resources ?? [], ({ file }) => file);
  return files.flatMap((file): readonly ChangeEntry[] => {
    const told = byFile.get(file.path) ?? [];
    return [
      { kind: 'file', key: `file ${file.path}`, file, told },
      ...told.map((change) => ({
        kind: 'resource' as const,
        key: change.key,
        file,
        told: [change] as const,
      })),
    ];
  });
}
