import { key, serviceHost, type MeshView } from '../../../istio/index.ts';

/** The whole name where `service.namespace`, with or without `.svc`, names a Service that exists. */
export function serviceOfTwoParts(written: string, view: MeshView): string | undefined {
  const [name, namespace, svc, ...more] = written.split('.');
  if (!name || !namespace || more.length || (svc !== undefined && svc !== 'svc')) return undefined;
  const host = serviceHost(name, namespace, view.settings.clusterDomain);
  return view.find(key.host('Service', host)).length ? host : undefined;
}
