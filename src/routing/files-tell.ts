import { key, type MeshView } from '../istio/index.ts';

/**
 * Whether the files tell which hosts the cluster has. Files without any Service, or ServiceEntry by a name of the cluster,
 * leave all hosts to the cluster; once one is there or assumed, a host that is not counts as missing, as `istioctl` holds it.
 */
export const tellHosts = ({ find, settings }: MeshView): boolean =>
  find(key.under(`.svc.${settings.clusterDomain}`)).length > 0;

/** Whether the files tell which Gateways there are. Those who write routes alone often do not own the Gateways. */
export const tellGateways = (view: MeshView): boolean =>
  view.find(key.kind('Gateway')).length > 0 || tellHosts(view);
