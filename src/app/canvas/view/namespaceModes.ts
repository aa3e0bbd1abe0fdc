import { namespacesIn, type Topology, type ViewOptions } from '../../../topology/index.ts';

/** How a namespace is drawn: by its nodes, as one node, or not at all. */
export type NamespaceMode = 'open' | 'collapsed' | 'hidden';

export interface NamespaceLine {
  readonly name: string;
  readonly count: number;
  readonly mode: NamespaceMode;
}

/** All namespaces of a mesh, and how each is drawn; `filter` leaves those with these letters in their names. */
export function namespaceLines(
  topology: Topology,
  { hiddenNamespaces, collapsedNamespaces }: ViewOptions,
  filter = '',
): readonly NamespaceLine[] {
  const letters = filter.trim().toLowerCase();
  return [...namespacesIn(topology)]
    .filter(([name]) => name.toLowerCase().includes(letters))
    .map(([name, count]) => ({
      name,
      count,
      mode: hiddenNamespaces.includes(name)
        ? 'hidden'
        : collapsedNamespaces.includes(name)
          ? 'collapsed'
          : 'open',
    }));
}

/** The view in which these namespaces are drawn so. */
export function withMode(
  { hiddenNamespaces, collapsedNamespaces }: ViewOptions,
  names: readonly string[],
  mode: NamespaceMode,
): Pick<ViewOptions, 'hiddenNamespaces' | 'collapsedNamespaces'> {
  const without = (list: readonly string[]) => list.filter((name) => !names.includes(name));
  return {
    hiddenNamespaces: [...without(hiddenNamespaces), ...(mode === 'hidden' ? names : [])],
    collapsedNamespaces: [...without(collapsedNamespaces), ...(mode === 'collapsed' ? names : [])],
  };
}
