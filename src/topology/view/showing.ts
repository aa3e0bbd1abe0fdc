import type { ResourceId } from '../../istio/index.ts';
import { isNamespaceNode, namespaceOfId } from '../ids.ts';
import type { Topology } from '../types.ts';
import { groupsOf } from './collapse.ts';
import { narrowed } from './narrow.ts';
import { WHOLE_VIEW, type ViewOptions } from './options.ts';
import { drawnAs, viewOf } from './view.ts';

/**
 * The view that is nearest to this one and draws a node by itself: without what hides or collapses it, and all else as
 * it was. The same view where the node is drawn already, or is none of the topology.
 */
export function viewShowing(
  topology: Topology,
  view: ViewOptions,
  id: string,
  troubled: ReadonlySet<ResourceId> = new Set(),
): ViewOptions {
  const node = topology.nodes.find((one) => one.id === id);
  const drawn = (options: ViewOptions) => drawnAs(viewOf(topology, options, undefined, troubled), id);
  if (!node || drawn(view) === id) return view;
  const excludes = (part: Partial<ViewOptions>): boolean =>
    narrowed(topology, { ...WHOLE_VIEW, ...part }, troubled)?.has(id) === false;
  const { focus, query, onlyProblems } = view;
  let next: ViewOptions = {
    hiddenKinds: view.hiddenKinds.filter((kind) => kind !== node.kind),
    hiddenNamespaces: view.hiddenNamespaces.filter(
      (name) => !groupsOf(topology, new Set([name])).groups.has(id),
    ),
    collapsedNamespaces: view.collapsedNamespaces,
    focus: excludes({ focus }) ? undefined : focus,
    query: excludes({ query }) ? undefined : query,
    onlyProblems: excludes({ onlyProblems }) ? undefined : onlyProblems,
  };
  let as = drawn(next);
  // What hangs on a hidden namespace only because its other neighbours are left out too.
  if (as === undefined) as = drawn((next = { ...next, hiddenNamespaces: [] }));
  if (as === id || as === undefined || !isNamespaceNode(as)) return next;
  const opened = namespaceOfId(as);
  return { ...next, collapsedNamespaces: next.collapsedNamespaces.filter((name) => name !== opened) };
}
