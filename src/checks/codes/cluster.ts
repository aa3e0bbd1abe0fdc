import { told, type CodeInfo } from './code-info.ts';

/** MW26xx: Services, workloads and namespaces as Kubernetes has them, where they decide what Istio does. */
export const clusterCodes = {
  MW2601: told(
    'info',
    'A port that does not say what is spoken there',
    'The sidecar finds out from the first bytes whether it is HTTP, which takes a moment and fails for protocols whose server speaks first. A name such as http-web, or appProtocol, tells it.',
    'IST0118',
    'KIA0601',
  ),
  MW2602: told(
    'warning',
    'A TCP port of an external name',
    'An ExternalName has no address, so a TCP port of it takes in connections to any address at this port number.',
    'IST0150',
  ),
  MW2603: told(
    'warning',
    'An unknown application protocol',
    'Istio does not know it, so it goes by the name of the port, or finds out by itself.',
    'KIA0602',
  ),
  MW2604: told(
    'info',
    'A target port that no container opens',
    'No container of the workload declares the port. Where it listens there all the same, requests arrive; where not, they are refused.',
    'KIA0701',
  ),
  MW2605: told(
    'warning',
    'One port, several protocols before one workload',
    'Services speak of one port of the same workload in different ways. A sidecar can treat it in one way only.',
    'IST0116',
  ),
  MW2606: told(
    'warning',
    'One target port behind different ports',
    'Services lead from different ports to one port of the same workload, which its sidecar cannot tell apart.',
    'IST0137',
  ),
  MW2607: told(
    'hint',
    'A namespace outside the mesh',
    'Neither sidecars nor ambient mode are asked for, so Istio rules do not reach its workloads as callers.',
    'IST0102',
  ),
  MW2608: told(
    'warning',
    'Two labels for sidecars',
    'Of istio-injection and istio.io/rev only the first counts, and the revision is ignored.',
    'IST0123',
  ),
  MW2609: told(
    'warning',
    'A pod without its sidecar',
    'Its namespace asks for sidecars and the pod has none: it was there before the label, most likely. It takes part in nothing until it is made anew.',
    'IST0103',
  ),
  MW2610: told(
    'warning',
    "An annotation of Istio's where it does nothing",
    'Istio reads it on other kinds only.',
    'IST0107',
  ),
  MW2611: told(
    'info',
    'An unknown annotation of Istio',
    'Istio does not know it, so it does nothing.',
    'IST0108',
  ),
  MW2612: told(
    'warning',
    'An annotation whose value Istio cannot read',
    'The sidecar is not injected, or starts with other settings than were meant.',
    'IST0125',
  ),
  MW2613: told('info', 'A deprecated annotation of Istio', 'It still counts, and will go.', 'IST0135'),
  MW2614: told(
    'warning',
    "A container that runs as the proxy's user",
    "Traffic of user 1337 is the sidecar's own and passes it by, so Istio sees nothing of this container's calls.",
    'IST0144',
  ),
  MW2615: told(
    'error',
    'A sidecar whose image nobody fills in',
    'The image auto is a place for the injector to fill in. Without injection the pod does not start.',
    'IST0147',
  ),
  MW2616: told(
    'warning',
    'Sidecars of different versions in a namespace',
    'Some pods still run an older proxy. Made anew they get the new one.',
    'IST0158',
  ),
  MW2617: told(
    'hint',
    'A workload without any policy',
    'No AuthorizationPolicy is for it, so whoever reaches it may call it.',
    'KIA1301',
  ),
  MW2618: told(
    'warning',
    'Addresses that istiod may be sent to',
    'RequestAuthentications have istiod fetch keys from addresses that they name, and nothing keeps it from addresses inside the network.',
    'IST0175',
  ),
  MW2619: told(
    'warning',
    'A kind that Istio no longer has',
    'Newer versions of Istio neither install nor read it.',
    'IST0002',
  ),
} as const satisfies Record<`MW26${string}`, CodeInfo>;
