import { told, type CodeInfo } from './code-info.ts';

/** MW28xx: EnvoyFilter and Telemetry, as far as others tell of them. */
export const otherKindsCodes = {
  MW2801: told(
    'warning',
    'A patch beside something, without an order',
    'It is put before, after or in place of something else. Without a priority the order among EnvoyFilters is by age, and the place may not be there yet.',
    'IST0151',
  ),
  MW2802: told(
    'error',
    'A replacement that is not possible there',
    'Only filters can be replaced as a whole. Istio ignores the patch.',
    'IST0152',
  ),
  MW2803: told(
    'error',
    'An addition that is not possible there',
    'Istio makes routes itself and adds none. The patch is ignored.',
    'IST0153',
  ),
  MW2804: told(
    'error',
    'A removal that is not possible there',
    'Istio makes routes itself and takes none away. The patch is ignored.',
    'IST0154',
  ),
  MW2805: told(
    'warning',
    'A patch beside one for some proxy versions',
    'The filter that it is put beside is patched for some versions of proxies only. Without a priority it may be missing, or in another order, for the others.',
    'IST0155',
  ),
  MW2806: told(
    'warning',
    'Access logs without a provider',
    'Neither the Telemetry nor the mesh says where logs go, so none are written.',
    'IST0157',
  ),
  MW2807: told(
    'error',
    'Several Telemetries for one workload',
    'Istio takes the oldest of those that select a workload; the others are ignored for it.',
    'IST0159',
  ),
  MW2808: told(
    'error',
    'Several Telemetries for a whole namespace',
    'Only the oldest counts; the others are ignored.',
    'IST0160',
  ),
  MW2809: told(
    'warning',
    'Traces to a provider that Istio no longer has',
    'Support for Lightstep is gone; its collector takes OpenTelemetry.',
    'IST0002',
  ),
} as const satisfies Record<`MW28${string}`, CodeInfo>;
