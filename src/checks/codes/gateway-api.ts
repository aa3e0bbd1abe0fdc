import { told, type CodeInfo } from './code-info.ts';

/** MW27xx: Gateway API: routes, listeners and what they name. */
export const gatewayApiCodes = {
  MW2701: told(
    'error',
    'A route without its Gateway',
    'The Gateway that the route names does not exist, or lets no routes of this namespace in, so no request comes by it.',
    'KIA1401',
  ),
  MW2702: told(
    'error',
    'A route to a Service that does not exist',
    'Requests that are sent there are answered with 500.',
    'KIA1402',
  ),
  MW2703: told(
    'error',
    'A route into another namespace without permission',
    'A ReferenceGrant in the namespace of the Service has to allow it. Without one requests are answered with 500.',
    'KIA1402',
  ),
  MW2704: told(
    'warning',
    'One listener in two Gateways',
    'Both open the same port for the same host. Which of them gets a request is not promised.',
    'KIA1501',
  ),
  MW2705: told('warning', 'One address in two Gateways', 'Only one of them can have it.', 'KIA1502'),
  MW2706: told(
    'error',
    'One listener twice in a Gateway',
    'Port, protocol and hostname tell listeners apart. Of two that share all three neither is accepted.',
    'KIA1503',
  ),
  MW2707: told(
    'warning',
    'A permission for a namespace that does not exist',
    'No route comes from it, so the ReferenceGrant allows nothing.',
    'KIA1601',
  ),
} as const satisfies Record<`MW27${string}`, CodeInfo>;
