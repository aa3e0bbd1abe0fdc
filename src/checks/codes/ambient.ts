import { told, type CodeInfo } from './code-info.ts';

const waypoint =
  'In ambient mode requests are looked at by a waypoint alone. Without one connections are passed on as they are, and what the resource says of requests does nothing.';

/** MW25xx: namespaces in ambient mode, where waypoints stand in for sidecars. Which tool's code it is depends on the kind. */
export const ambientCodes = {
  MW2501: told('warning', 'Rules for requests in a namespace without a waypoint', waypoint),
  MW2502: told('warning', 'Rules for a Service that no waypoint stands before', waypoint),
  MW2503: told(
    'warning',
    'Rules for a Service of another, ambient namespace',
    "A waypoint follows the rules of its Service's own namespace; those of others do nothing there.",
  ),
  MW2504: told(
    'warning',
    'A policy for requests without a target',
    'Waypoints follow policies that name a Service or Gateway in targetRefs. A selector is for ztunnel and sidecars, which here look at connections only.',
  ),
  MW2505: told(
    'warning',
    'A Sidecar in ambient mode',
    'Workloads in ambient mode have no sidecars, so what a Sidecar sets reaches nobody.',
    'IST0167',
  ),
  MW2506: told(
    'error',
    'Ambient mode and sidecars at once',
    'A workload is in the mesh in one of the two ways. Asked for both, Istio takes the sidecar, and ambient mode does nothing.',
    'KIA1311',
  ),
  MW2507: told(
    'warning',
    'A waypoint for a workload outside ambient mode',
    'Traffic comes by a waypoint only where it is redirected in ambient mode.',
    'KIA1312',
  ),
  MW2508: told(
    'error',
    'A waypoint that does not exist',
    'Traffic is to come by a waypoint that is not there, so rules and policies for requests do not apply.',
    'KIA1313',
  ),
  MW2509: told(
    'error',
    'A pod redirected in ambient mode in spite of its sidecar',
    'Traffic would be encrypted and looked at twice.',
    'KIA1314',
  ),
  MW2510: told(
    'error',
    'A sidecar in a pod of ambient mode',
    'A pod that has a sidecar is left out of ambient mode, whatever its labels say.',
    'KIA1315',
  ),
  MW2511: told(
    'error',
    'A sidecar in a namespace of ambient mode',
    'The pod is in the mesh by its sidecar, unlike its neighbours, and passes their waypoint by.',
    'KIA1316',
  ),
  MW2512: told(
    'warning',
    'A workload whose policies nobody enforces',
    'A policy looks at requests, and no waypoint stands before the workload. What the policy forbids is not refused, or everything is.',
    'KIA1317',
  ),
} as const satisfies Record<`MW25${string}`, CodeInfo>;
