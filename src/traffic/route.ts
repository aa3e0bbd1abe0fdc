import { regexesAtHand, type MeshView, type Regexes } from '../istio/index.ts';
import { throughGateway } from './gateways/gateway.ts';
import { onTheWire, type Request } from './request.ts';
import { clientIn, scopeOf } from './scope/scope.ts';
import { throughSidecar } from './sidecar.ts';
import { Recorder, type Trace } from './trace.ts';
import { tellNotAsked } from './not-asked.ts';
import { tellUnevaluated } from './unevaluated.ts';
import { tellUpstream } from './upstream.ts';

export interface RouteOptions {
  /** RE2; what is at hand where none is given. */
  readonly regexes?: Regexes | undefined;
}

/** Where a request goes, and why. Pure: the same answer for the same mesh. Throws `RequestError` for one that cannot be sent. */
export function route(
  view: MeshView,
  request: Request,
  { regexes = regexesAtHand() }: RouteOptions = {},
): Trace {
  const wire = onTheWire(request);
  const recorder = new Recorder();
  const scope = scopeOf(view, clientIn(view, request.caller));
  const walk = { view, scope, request: wire, regexes, recorder };
  const outcome = request.caller.kind === 'gateway' ? throughGateway(walk) : throughSidecar(walk);
  tellUpstream(walk, outcome);
  tellNotAsked(walk, outcome);
  tellUnevaluated(walk, outcome);
  return { outcome, steps: recorder.steps };
}
