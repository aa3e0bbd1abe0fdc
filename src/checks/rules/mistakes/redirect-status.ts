import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, number } from '../../spot.ts';

/** What Envoy's redirects can say. */
const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Statuses of redirects that istiod takes and Envoy does not. */
export const redirectStatus: SpecRule = ({ spec }) =>
  all(spec, 'http[].redirect.redirectCode').flatMap((spot) => {
    const status = number(spot);
    if (status === undefined || status < 300 || status > 399 || STATUSES.has(status)) return [];
    const what = `Envoy redirects with 301, 302, 303, 307 or 308. For ${String(status)} Istio makes a route without an action, and proxies refuse it and all routes with it.`;
    return [say('MW1117', spot, what, { mends: [setting(spot.path, 302), setting(spot.path, 308)] })];
  });
