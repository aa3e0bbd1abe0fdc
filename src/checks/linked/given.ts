import { key, type Mesh } from '../../istio/index.ts';
import { tellGateways, tellHosts } from '../../routing/index.ts';

/**
 * Which kinds the workspace speaks of at all. Where it speaks of none of a kind, that one is missing says nothing: the
 * cluster has them, and the files just do not.
 */
export interface Given {
  /** Services, or ServiceEntries that stand for some by a name of the cluster. */
  readonly services: boolean;
  /** ServiceEntries: hosts outside are declared here. */
  readonly entries: boolean;
  readonly workloads: boolean;
  /** Pods themselves, which only a cluster writes down: the files are what a cluster holds. */
  readonly pods: boolean;
  readonly namespaces: boolean;
  readonly secrets: boolean;
  readonly serviceAccounts: boolean;
  /** Whether it can be told which Gateways there are. */
  readonly gateways: boolean;
  readonly destinationRules: boolean;
  /** The day on which certificates are looked at, as `Date` counts: by midnight, so that it stays the same for a while. */
  readonly today: number;
}

const DAY = 24 * 60 * 60 * 1000;

export function givenIn(mesh: Mesh, now: number): Given {
  const any = (type: string): boolean => mesh.has(key.kind(type));
  return {
    services: tellHosts(mesh),
    entries: any('ServiceEntry'),
    workloads: any('workload'),
    namespaces: any('Namespace') || mesh.settings.knownNamespaces.length > 0,
    secrets: any('Secret'),
    pods: any('Pod'),
    serviceAccounts: any('ServiceAccount'),
    gateways: tellGateways(mesh),
    destinationRules: any('DestinationRule'),
    today: now - (now % DAY),
  };
}

export const sameGiven = (a: Given, b: Given): boolean => JSON.stringify(a) === JSON.stringify(b);
