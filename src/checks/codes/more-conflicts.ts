import { told, type CodeInfo } from './code-info.ts';

/** MW215x and on: more of resources that claim the same. */
export const moreConflictsCodes = {
  MW2151: told(
    'warning',
    'One host twice at one port of a Gateway',
    'Servers of one port are told apart by their hosts. What two of them have in common only one of them serves.',
    'KIA0301',
  ),
  MW2152: told(
    'info',
    'One Service under two names',
    'Istio takes a name with a dot as it is, while Kiali and people may take it for the Service. Written in full, everyone means the same.',
    'KIA1106',
  ),
  MW2153: told(
    'info',
    'A VirtualService for a namespace beside one for its Service',
    'The one with the more specific host counts for the Service, and the rules of the other do not reach it.',
    'KIA1106',
  ),
  MW2154: told(
    'error',
    'One host twice in a VirtualService of the mesh',
    'Both names mean the same Service. Istio takes the first.',
    'IST0109',
    'KIA1106',
  ),
} as const satisfies Record<`MW215${string}`, CodeInfo>;
