import {
  asTexts,
  firstLabel,
  key,
  labelsMatch,
  member,
  MESH_GATEWAY,
  namespaceOf,
  resolveGateway,
  selectorOf,
  specOf,
  workloadLabels,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { exportTo, gatewayNamed, isVisible } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, items, texts } from '../../spot.ts';
import { listOf } from '../../words.ts';
import { ingressGateway } from '../references/ingress-gateway.ts';

/** Gateways whose pods run where the VirtualService is not exported to. */
export const seenByGateway: LinkedRule = ({ resource, spec, view, namespace }) => {
  if (exportTo(resource, view.settings).includes('*')) return [];
  return texts(items(at(spec, 'gateways'))).flatMap((spot) => {
    if (spot.value === MESH_GATEWAY) return [];
    const gateway = gatewayNamed(view, resolveGateway(spot.value, namespace));
    const homes = gateway ? homesOf(gateway, view) : [];
    if (!homes.length || homes.some((home) => isVisible(resource, home, view.settings))) return [];
    const where = listOf(homes, 'and');
    const what = `The pods of this gateway run in namespace ${where}, and this VirtualService is exported to ${listOf(exportTo(resource, view.settings), 'and')} only: the gateway does not see it, and answers 404.`;
    const written = asTexts(member(specOf(resource), 'exportTo'));
    const path = ['spec', 'exportTo'];
    return [
      say('MW3101', spot, what, {
        mends: [
          setting(path, [...(written.length ? written : ['.']), ...homes], `Export it to ${where} too`),
        ],
      }),
    ];
  });
};

/** The namespaces where the pods of a Gateway run, as far as the workspace knows. */
function homesOf(gateway: Resource, view: MeshView): readonly string[] {
  const selector = selectorOf(gateway);
  const first = selector && firstLabel(selector);
  if (!selector || !first) return [];
  const pods = view
    .find(key.labelledAnywhere(...first))
    .filter((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}));
  const ingress = !pods.length && ingressGateway(view.settings, selector);
  return [
    ...new Set([
      ...pods.map((pod) => namespaceOf(pod, view.settings)),
      ...(ingress ? [view.settings.rootNamespace] : []),
    ]),
  ];
}
