import { told, type CodeInfo } from './code-info.ts';

/** MW205x and on: more of what one resource names and another has to define. */
export const moreReferencesCodes = {
  MW2051: told(
    'warning',
    'Shown to a namespace that does not exist',
    'Nobody in a namespace of this name sees the resource; if another was meant, its callers go without it.',
    'KIA0005',
  ),
  MW2052: told(
    'info',
    'A subset without labels',
    'It picks all endpoints of the host, as if there were no subset; only its traffic policy sets it apart.',
    'KIA0209',
  ),
  MW2053: told(
    'warning',
    'A Sidecar for the whole mesh that selects workloads',
    'In the root namespace a Sidecar without a selector is the default of all namespaces. With one it is for workloads of the root namespace only.',
    'KIA1006',
  ),
  MW2054: told(
    'warning',
    'A service account that does not exist',
    'Workloads of the group could not get an identity in the mesh.',
    'KIA1701',
  ),
  MW2055: told(
    'warning',
    'Two WorkloadGroups with the same labels',
    'Workloads that register cannot be told apart by their labels, so Services and policies take them for one group.',
    'KIA1702',
  ),
  MW2056: told(
    'warning',
    'A policy for a host that nothing defines',
    'No request for such a host arrives by way of the mesh, so this part of the policy does not apply.',
    'KIA0104',
  ),
  MW2057: told(
    'warning',
    'A caller that does not exist',
    'No workload runs as this service account, so no caller has the identity.',
    'KIA0106',
  ),
  MW2058: told(
    'warning',
    'A caller of another trust domain',
    'Identities of this mesh begin with its own trust domain. Callers of another one are known only if the mesh trusts it, so the rule may fit nobody.',
    'KIA0108',
  ),
  MW2059: told(
    'warning',
    'A Gateway that Istio has made for itself',
    'Istio makes it out of a Gateway of Kubernetes and may change it at any time. Routes for that belong into an HTTPRoute.',
    'IST0165',
  ),
  MW2060: told(
    'error',
    'A certificate that cannot be used',
    'The gateway cannot show this certificate to clients, so connections to the port fail.',
    'IST0161',
  ),
  MW2061: told(
    'error',
    'Claims of tokens that nobody checks',
    'Only a RequestAuthentication for the gateway reads the claims of a token. Without one the match is never true.',
    'IST0149',
  ),
  MW2062: told(
    'info',
    'TCP without an address of its own',
    'Where Istio does not make up an address for the service (it does where sidecars answer DNS), its connections are told from others by port alone.',
    'IST0134',
  ),
  MW2063: told(
    'warning',
    'A policy for a namespace without workloads',
    'There is no workload in the mesh that it could apply to.',
    'IST0127',
  ),
  MW2064: told(
    'warning',
    'A host of another cluster domain',
    'A Service of this name exists, but its full name ends otherwise. Either the cluster has another domain than the settings say, or the host is defined nowhere.',
    'IST0101',
  ),
  MW2065: told(
    'warning',
    'A condition that is not met',
    'The cluster says of itself that it could not do what the resource asks for.',
    'IST0171',
  ),
  MW2066: told(
    'warning',
    'A selector that does not reach this gateway',
    'Pods of a Gateway of Kubernetes are configured by policies that name the Gateway in targetRefs. One that selects their labels is passed by.',
    'IST0166',
  ),
  MW2067: told(
    'warning',
    'A policy for something that is not there',
    'A policy that names what it is for in targetRefs is for that alone. Where it does not exist, the policy protects nothing.',
  ),
} as const satisfies Record<`MW20${string}`, CodeInfo>;
