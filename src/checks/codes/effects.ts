import { told, type CodeInfo } from './code-info.ts';

/** MW10xx: what a resource says by itself, and what comes of it is another than it seems. */
export const effectsCodes = {
  MW1001: told(
    'info',
    'A weight of a single destination',
    'Weights share traffic among several destinations. A single one gets all of it, whatever its weight says.',
    'KIA1104',
  ),
  MW1002: told(
    'warning',
    'One destination twice in a rule',
    'Both entries lead to the same endpoints, which get the sum of the weights.',
    'KIA1105',
  ),
  MW1003: told(
    'info',
    'TLS to servers without authorities of its own',
    'No authorities are named to check the certificate of the server by. Newer versions of Istio take those of the system, older ones check nothing: whoever sits in between could pose as the server.',
    'IST0128',
  ),
  MW1004: told(
    'info',
    'TLS to a port without authorities of its own',
    'No authorities are named to check the certificate of the server by. Newer versions of Istio take those of the system, older ones check nothing: whoever sits in between could pose as the server.',
    'IST0129',
  ),
  MW1005: told(
    'warning',
    'Deprecated, and no longer what it was',
    'It is read in part or not at all, and will go.',
    'IST0002',
  ),
  MW1006: told(
    'info',
    'An outbound policy that does not say which',
    'Without a mode it is REGISTRY_ONLY: calls to hosts that nothing defines fail with 502, whatever the mesh allows.',
    'KIA1007',
  ),
  MW1007: told(
    'warning',
    'A method that no request has',
    'No request fits the operation, so an ALLOW policy lets in less, and a DENY policy keeps out less, than it seems to.',
    'KIA0102',
  ),
} as const satisfies Record<`MW10${string}`, CodeInfo>;
