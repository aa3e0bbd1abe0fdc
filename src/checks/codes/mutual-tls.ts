import { told, type CodeInfo } from './code-info.ts';

/** MW24xx: what callers and called say about mutual TLS, where the two do not agree. */
export const mutualTlsCodes = {
  MW2401: told(
    'warning',
    'A DestinationRule that takes mutual TLS away',
    'For its host it stands in for the wider rule that asks for mutual TLS, and says nothing about TLS itself. Without automatic mutual TLS the calls go out in plain text.',
    'KIA0204',
  ),
  MW2402: told(
    'info',
    'Mutual TLS asked for in all of the mesh, and not told to the servers',
    'Sidecars accept both by default, so calls arrive. That plain text is refused is said by a PeerAuthentication for the mesh, which is missing.',
    'KIA0205',
  ),
  MW2403: told(
    'info',
    'Mutual TLS asked for in a namespace, and not told to the servers',
    'Sidecars accept both by default, so calls arrive. That plain text is refused is said by a PeerAuthentication for the namespace, which is missing.',
    'KIA0206',
  ),
  MW2404: told(
    'error',
    'Plain text to a namespace that refuses it',
    'A PeerAuthentication of the namespace demands mutual TLS, and callers are told to do without. Their connections are cut off.',
    'KIA0207',
  ),
  MW2405: told(
    'error',
    'Plain text to a mesh that refuses it',
    'The PeerAuthentication of the mesh demands mutual TLS, and callers are told to do without. Their connections are cut off.',
    'KIA0208',
  ),
  MW2406: told(
    'error',
    'Mutual TLS demanded in the mesh, and asked of nobody',
    'Automatic mutual TLS is off, and no DestinationRule for the mesh asks callers for it. They call in plain text and are cut off.',
    'KIA0401',
  ),
  MW2407: told(
    'error',
    'Mutual TLS demanded in a namespace, and asked of nobody',
    'Automatic mutual TLS is off, and no DestinationRule for the namespace or the mesh asks callers for it. They call in plain text and are cut off.',
    'KIA0501',
  ),
  MW2408: told(
    'error',
    'Mutual TLS to a namespace that does not take it',
    'The PeerAuthentication switches mutual TLS off, and a DestinationRule has callers use it. Their connections fail.',
    'KIA0505',
  ),
  MW2409: told(
    'error',
    'Mutual TLS to a mesh that does not take it',
    'The PeerAuthentication switches mutual TLS off, and a DestinationRule for the mesh has callers use it. Their connections fail.',
    'KIA0506',
  ),
  MW2410: told(
    'warning',
    'Callers that cannot be known without mutual TLS',
    'Who calls is proven by the certificate of mutual TLS alone. In plain text nobody is known, so an ALLOW rule fits nobody and a DENY rule keeps nobody out.',
    'KIA0105',
  ),
} as const satisfies Record<`MW24${string}`, CodeInfo>;
