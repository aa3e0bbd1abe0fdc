import { groupBy } from '../../controls/groupBy.ts';
import { severityRank as rank } from '../../controls/severityRank.ts';
import type { Problem, Severity } from '../../../checks/index.ts';
import type { ResourceRef } from '../../../istio/index.ts';

export type SeverityFilter = 'all' | 'error' | 'warning' | 'info';

export type ProblemEntry =
  | {
      readonly key: string;
      readonly resource: ResourceRef | null;
      readonly file: string;
    }
  | { readonly key: string; readonly problem: Problem };

/** Hints are shown with the infos: both are worth reading and ask for nothing. */
export function passes(severity: Severity, filter: SeverityFilter): boolean {
  return filter === 'all' || severity === filter || (filter === 'info' && severity === 'hint');
}

const textOf = ({ code, aliases, message, resource, file, path }: Problem) =>
  [code, ...aliases, message, resource?.kind, resource?.namespace, resource?.name, file, path]
    .join(' ')
    .toLowerCase();

/**
 * The problems as the list shows them: by resource (or by file, for what concerns no resource), the groups with errors
 * first, otherwise in the order in which they came. `words` all have to occur.
 */
export function problemEntries(
  problems: readonly Problem[],
  filter: SeverityFilter,
  words: string,
): ProblemEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = problems.filter((problem) => {
    if (!passes(problem.severity, filter)) return false;
    if (wanted.length === 0) return true;
    const text = textOf(problem);
    return wanted.every((word) => text.includes(word));
  });
  const groups = [...groupBy(found, groupKey)];
  return groups
    .sort(([, a], [, b]) => worst(a) - worst(b))
    .flatMap(([key, some]) => {
      const { resource, file } = some[0]!;
      const sorted = [...some].sort((a, b) => rank[a.severity] - rank[b.severity] || a.line - b.line);
      return [{ key, resource, file }, ...numbered(key, sorted)];
    });
}

const groupKey = ({ file, resource }: Problem) =>
  JSON.stringify(resource ? [file, resource.kind, resource.namespace, resource.name] : [file]);

const worst = (problems: readonly Problem[]) => Math.min(...problems.map(({ severity }) => rank[severity]));

/** Keys that stay when the problem moves by a line, so that the keyboard's place in the list does not jump while typing. */
function numbered(group: string, problems: readonly Problem[]): ProblemEntry[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const name = `${group} ${problem.code} ${problem.path}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { key: `${name} ${count}`, problem };
  });
}
