import {
  key,
  labelsMatch,
  labelsText,
  regexesAtHand,
  type MeshView,
  type Regexes,
  type Resource,
} from '../../istio/index.ts';
import { httpMatchTakes, type HttpEntry } from '../../routing/index.ts';
import { aimAt } from '../aim/aim.ts';
import { differences, type Difference } from '../aim/differences.ts';
import { asRouted } from '../aim/parts.ts';
import { entriesOf, isDoneBy, type RuleRef } from '../aim/rule-ref.ts';
import { cannotTell } from '../http-route.ts';
import { failedConditions, type FailedCondition } from '../hosts/failed-condition.ts';
import { plainRequest, withUrl, type PlainRequest, type Request } from '../request.ts';
import { route, type RouteOptions } from '../route.ts';
import type { Trace } from '../trace.ts';
import { whyUnreached } from './why-unreached.ts';

/** What a match of a rule asks for and the request is not. */
export interface MissedMatch {
  /** Null for a rule without any. */
  readonly match: number | null;
  readonly failed: readonly FailedCondition[];
}

/** Why a rule does not take a request, and what would. */
export interface WhyNot {
  /** The rule takes it. */
  readonly taken: boolean;
  readonly trace: Trace;
  /** Of an http rule, each match; one without failures is met, so that something before it decides. */
  readonly missed: readonly MissedMatch[];
  /** The nearest request that was found that the rule takes. It was sent to see that it does. */
  readonly nearest?: { readonly request: Request; readonly differences: readonly Difference[] };
  /** Why no request does, or none was found: whole sentences. */
  readonly why?: string;
}

/** Why a rule does not take a request. Throws a `RequestError` as `route` does, a `TypeError` for a rule of no VirtualService here. */
export function whyNot(
  view: MeshView,
  request: Request,
  rule: RuleRef,
  { regexes = regexesAtHand() }: RouteOptions = {},
): WhyNot {
  const virtualService = view.find(key.kind('VirtualService')).find(({ id }) => id === rule.resource);
  if (!virtualService) throw new TypeError(`${rule.resource} is no VirtualService of the mesh.`);
  const plain = plainRequest(request);
  const trace = route(view, request, { regexes });
  const taken = isDoneBy(trace.outcome, rule, virtualService, view);
  const missed = taken || rule.section !== 'http' ? [] : missedBy(view, virtualService, rule, plain, regexes);
  if (taken) return { taken, trace, missed };
  let last: Trace | undefined;
  const aimed = aimAt(view, virtualService, rule, plain, regexes, (way) => (last ??= way));
  return aimed
    ? {
        taken,
        trace,
        missed,
        nearest: { request: withUrl(aimed.request), differences: differences(plain, aimed.request) },
      }
    : { taken, trace, missed, why: whyUnreached(view, virtualService, rule, regexes, last) };
}

const missedBy = (
  view: MeshView,
  virtualService: Resource,
  rule: RuleRef,
  request: PlainRequest,
  regexes: Regexes | undefined,
): readonly MissedMatch[] =>
  entriesOf(view, virtualService, rule.index).map((entry) => {
    const routed = asRouted(request, view.settings);
    const unsure = httpMatchTakes(entry.asks, routed, regexes) === undefined;
    return {
      match: entry.delegate ? entry.delegate.match : entry.match,
      failed: [
        ...proxyConditions(entry, request),
        ...failedConditions(entry.asks, routed, regexes),
        ...(unsure
          ? [
              {
                code: 'UNKNOWN',
                text: `it asks for ${cannotTell(entry.asks, regexes)}`,
              },
            ]
          : []),
      ],
    };
  });

/** What istiod asks of the proxy before it hands out a route. */
function proxyConditions({ asks }: HttpEntry, { caller, port }: PlainRequest): readonly FailedCondition[] {
  const found: FailedCondition[] = [];
  if (asks.port !== null && asks.port !== port)
    found.push({ code: 'STATIC_PORT', text: `the port ${port} is not ${asks.port}` });
  if (asks.gateways.length) {
    const mesh = asks.gateways.includes('mesh');
    if (caller.kind === 'sidecar' ? !mesh : mesh && asks.gateways.length === 1)
      found.push({ code: 'STATIC_GATEWAY', text: `the caller is not at ${asks.gateways.join(' or ')}` });
    return found;
  }
  if (!labelsMatch(asks.sourceLabels, caller.labels ?? {}))
    found.push({ code: 'STATIC_LABELS', text: `the caller does not carry ${labelsText(asks.sourceLabels)}` });
  if (asks.sourceNamespace !== null && asks.sourceNamespace !== caller.namespace)
    found.push({
      code: 'STATIC_NAMESPACE',
      text: `the caller’s namespace ${caller.namespace} is not ${asks.sourceNamespace}`,
    });
  return found;
}
