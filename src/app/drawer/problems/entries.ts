import { effectOf, type Problem, type Severity } from '../../../checks/index.ts';
import type { ResourceRef } from '../../../istio/index.ts';
import type { Preferences } from '../../../session/index.ts';
import { groupBy } from '../../controls/groupBy.ts';
import { severityRank as rank } from '../../controls/severityRank.ts';
import type { EffectFilter, ListState } from './listState.ts';

export type GroupedBy = Preferences['problemsBy'];

/** Problems that stand together, under a heading. */
export interface Group {
  readonly by: GroupedBy;
  /** Null where a file's problems stand together. */
  readonly resource: ResourceRef | null;
  readonly file: string;
  readonly code: string;
  readonly problems: readonly Problem[];
  readonly worst: Severity;
  readonly folded: boolean;
}

export type ProblemEntry =
  | { readonly key: string; readonly group: Group }
  | { readonly key: string; readonly problem: Problem; readonly within: string };

export const passes = (problem: Problem, filter: EffectFilter): boolean =>
  filter === 'all' || effectOf(problem) === filter;

const textOf = ({ code, aliases, message, resource, file, path }: Problem) =>
  [code, ...aliases, message, resource?.kind, resource?.namespace, resource?.name, file, path]
    .join(' ')
    .toLowerCase();

/** The problems that the list shows: those of the filter in which all words occur. */
export function shownProblems(
  problems: readonly Problem[],
  { filter, words }: Pick<ListState, 'filter' | 'words'>,
): readonly Problem[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    if (!passes(problem, filter)) return false;
    if (wanted.length === 0) return true;
    const text = textOf(problem);
    return wanted.every((word) => text.includes(word));
  });
}

/**
 * Problems as the list shows them: in groups, those with the gravest first, otherwise in the order in which they came.
 * Of a folded group there is only the heading.
 */
export function problemEntries(
  problems: readonly Problem[],
  by: GroupedBy,
  folded: ReadonlySet<string>,
): ProblemEntry[] {
  return [...groupBy(problems, keysBy[by])]
    .map(([key, some]) => ({ key, some, worst: worstOf(some) }))
    .sort((a, b) => rank[a.worst] - rank[b.worst])
    .flatMap(({ key, some, worst }) => {
      const { resource, file, code } = some[0]!;
      const group: Group = {
        by,
        resource: by === 'resource' ? resource : null,
        file,
        code,
        problems: some,
        worst,
        folded: folded.has(key),
      };
      const heading: ProblemEntry = { key, group };
      return group.folded ? [heading] : [heading, ...numbered(key, some.toSorted(orders[by]))];
    });
}

const keysBy: Record<GroupedBy, (problem: Problem) => string> = {
  resource: ({ file, resource }) =>
    JSON.stringify(resource ? [file, resource.kind, resource.namespace, resource.name] : [file]),
  file: ({ file }) => JSON.stringify([file]),
  code: ({ code }) => code,
};

const byGravity = (a: Problem, b: Problem) => rank[a.severity] - rank[b.severity] || a.line - b.line;
const orders: Record<GroupedBy, (a: Problem, b: Problem) => number> = {
  resource: byGravity,
  file: (a, b) => a.line - b.line || rank[a.severity] - rank[b.severity],
  // They came in the order of files and lines.
  code: () => 0,
};

const worstOf = (problems: readonly Problem[]): Severity =>
  problems.reduce<Severity>(
    (worst, { severity }) => (rank[severity] < rank[worst] ? severity : worst),
    'hint',
  );

/** Keys that stay when the problem moves by a line, so that the keyboard's place in the list does not jump while typing. */
function numbered(group: string, problems: readonly Problem[]): ProblemEntry[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { file, resource, code, path } = problem;
    const name = [group, file, resource?.kind, resource?.namespace, resource?.name, code, path].join(' ');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { key: `${name} ${count}`, problem, within: group };
  });
}
