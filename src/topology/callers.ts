import { commonBadges, withBadges } from './badges.ts';
import { ANY_CALLER, OUTSIDE_CALLER } from './ids.ts';
import type { NodeBadge, TopologyNode } from './types.ts';

/** More callers than this in a namespace (or in all, for namespaces without their own) are drawn as one. */
const DRAWN_ALONE = 4;

/** Who calls, by namespace; the same object as before where nothing is different. */
export interface Callers {
  /** Every caller node to draw, the one for "any app" aside. */
  readonly nodes: readonly TopologyNode[];
  readonly byNamespace: ReadonlyMap<string, readonly TopologyNode[]>;
  /** Who calls what stands in a namespace without callers of its own. */
  readonly elsewhere: readonly TopologyNode[];
}

const together = (namespace: string, callers: readonly TopologyNode[]): TopologyNode => ({
  id: `Caller/namespace/${namespace}`,
  kind: 'Caller',
  lane: 'caller',
  label: `apps in ${namespace}`,
  resource: null,
  namespace,
  rows: [],
  detail: `${String(callers.length)} workloads`,
  ...withBadges(commonBadges(callers)),
});

/** The caller where the files name none. */
export const anyCaller = (badges: readonly NodeBadge[] = []): TopologyNode => ({
  id: ANY_CALLER,
  kind: 'Caller',
  lane: 'caller',
  label: 'any app in the mesh',
  resource: null,
  namespace: '',
  rows: [],
  ...withBadges(badges),
});

/** Who calls an ingress Gateway. */
export const outsideCaller = (): TopologyNode => ({
  id: OUTSIDE_CALLER,
  kind: 'Caller',
  lane: 'caller',
  label: 'clients outside',
  resource: null,
  namespace: '',
  rows: [],
  external: true,
});

/**
 * Who calls what. The files do not say which app calls which host, so an app is taken to call what stands in its own
 * namespace; where there are few apps in all, also what stands in namespaces without apps. Everything else is called
 * by "any app in the mesh".
 */
export function callersOf(workloads: readonly TopologyNode[]): Callers {
  const byNamespace = new Map<string, TopologyNode[]>();
  for (const node of workloads) {
    if (node.lane !== 'caller') continue;
    const known = byNamespace.get(node.namespace);
    if (known) known.push(node);
    else byNamespace.set(node.namespace, [node]);
  }
  const all = [...byNamespace.values()].flat();
  const drawn = new Map(
    [...byNamespace].map(([namespace, callers]) => [
      namespace,
      callers.length > DRAWN_ALONE ? [together(namespace, callers)] : callers,
    ]),
  );
  return {
    nodes: [...drawn.values()].flat(),
    byNamespace: drawn,
    elsewhere: all.length > 0 && all.length <= DRAWN_ALONE ? all : [anyCaller()],
  };
}

/** Who calls what stands in a namespace. */
export const callersIn = (callers: Callers, namespace: string): readonly TopologyNode[] =>
  callers.byNamespace.get(namespace) ?? callers.elsewhere;

/** The keys under which units note whom they asked about. */
export const callerKey = (namespace: string): string => `callers ${namespace}`;
export const ELSEWHERE_KEY = 'callers elsewhere';

const ids = (nodes: readonly TopologyNode[] | undefined): string =>
  (nodes ?? []).map((node) => node.id).join(' ');

/** Whose answers are different now. */
export function touchedCallers(before: Callers, after: Callers): readonly string[] {
  if (before === after) return [];
  const namespaces = new Set([...before.byNamespace.keys(), ...after.byNamespace.keys()]);
  const touched = [...namespaces].filter(
    (namespace) => ids(before.byNamespace.get(namespace)) !== ids(after.byNamespace.get(namespace)),
  );
  return [
    ...touched.map(callerKey),
    ...(ids(before.elsewhere) === ids(after.elsewhere) ? [] : [ELSEWHERE_KEY]),
  ];
}
