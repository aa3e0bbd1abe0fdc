import { labelsMatch, type Labels, type MeshSettings } from '../../../istio/index.ts';

interface IngressGateway {
  readonly labels: Labels;
  readonly ports: readonly number[];
}

/** The gateway that Istio is installed with, in the root namespace. */
const INGRESS: IngressGateway = {
  labels: { istio: 'ingressgateway', app: 'istio-ingressgateway' },
  ports: [80, 443, 31400, 15443],
};

/** The installed gateway, where the settings take it to exist and these labels pick it. */
export const ingressGateway = (settings: MeshSettings, selector: Labels): IngressGateway | undefined =>
  settings.ingressGateway && labelsMatch(selector, INGRESS.labels) ? INGRESS : undefined;
