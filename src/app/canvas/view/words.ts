import type { SessionState } from '../../../session/index.ts';
import { namespacesIn, type ViewOptions, lookOf } from '../../../topology/index.ts';

/** One way in which a view leaves something out. */
export interface ViewPart {
  readonly id: 'focus' | 'problems' | 'query' | 'kinds' | 'hidden' | 'collapsed';
  readonly words: string;
  /** All of it, where the words only count. */
  readonly detail?: string;
  /** What takes it back. */
  readonly undo: Partial<ViewOptions>;
}

type Seen = Pick<SessionState, 'view'> & { readonly analysis: Pick<SessionState['analysis'], 'topology'> };

/** What of the mesh is not drawn by itself now, and why; empty where all of it is. */
export function viewParts({ view, analysis: { topology } }: Seen): readonly ViewPart[] {
  const parts: ViewPart[] = [];
  const { focus, hiddenKinds, hiddenNamespaces, collapsedNamespaces } = view;
  const centre = focus && topology.nodes.find(({ id }) => id === focus.node);
  if (centre)
    parts.push({ id: 'focus', words: focusWords(centre.label, focus.depth), undo: { focus: undefined } });
  if (view.onlyProblems)
    parts.push({ id: 'problems', words: 'Only problems', undo: { onlyProblems: undefined } });
  if (view.query) parts.push({ id: 'query', words: `Only “${view.query}”`, undo: { query: undefined } });
  const kinds = hiddenKinds.map(kindWords);
  if (kinds.length > 0)
    parts.push({ id: 'kinds', ...counted(kinds, 'kinds', 'hidden'), undo: { hiddenKinds: [] } });
  const known = namespacesIn(topology);
  const gone = hiddenNamespaces.filter((name) => known.has(name));
  if (gone.length > 0)
    parts.push({ id: 'hidden', ...counted(gone, 'namespaces', 'hidden'), undo: { hiddenNamespaces: [] } });
  const closed = collapsedNamespaces.filter((name) => known.has(name) && !gone.includes(name));
  if (closed.length > 0)
    parts.push({
      id: 'collapsed',
      ...counted(closed, `of ${known.size} namespaces`, 'collapsed'),
      undo: { collapsedNamespaces: [] },
    });
  return parts;
}

function counted(names: readonly string[], many: string, how: string): { words: string; detail: string } {
  const detail = names.join(', ');
  return { words: names.length === 1 ? `${detail} ${how}` : `${names.length} ${many} ${how}`, detail };
}

const MANY_WORDS: Record<string, string> = {
  Caller: 'Callers',
  Host: 'Unknown hosts',
  ExternalHost: 'External hosts',
  Mirror: 'Silent mirrors',
  Workload: 'Workloads',
};

/** All of a kind: `External hosts`; of a kind of resource its name. */
export const kindWords = (kind: string): string => MANY_WORDS[kind] ?? lookOf(kind).words;

/** `Only the ways of till`, `Within 2 steps of till`. */
export function focusWords(label: string, depth: number | undefined): string {
  if (depth === undefined) return `Only the ways of ${label}`;
  return `Within ${depth} ${depth === 1 ? 'step' : 'steps'} of ${label}`;
}
