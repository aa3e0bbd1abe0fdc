import { asMap, valueAt, type Resource } from '../istio/index.ts';
import { RefusedError, type Path, type YamlMap } from '../yaml/index.ts';

/** Where a line on the canvas ends. */
export interface Destination {
  readonly host: string;
  readonly subset?: string | undefined;
  readonly port?: number | undefined;
}

/** As `destination` and `mirror` write it. */
export function destinationValue({ host, subset, port }: Destination): YamlMap {
  return {
    host,
    ...(subset === undefined ? {} : { subset }),
    ...(port === undefined ? {} : { port: { number: port } }),
  };
}

/** The rule at a path of a VirtualService; undefined where the path is the next free place for one. */
export function ruleAt(resource: Resource, path: Path): YamlMap | undefined {
  const [spec, protocol, index] = path;
  const known = path.length === 3 && spec === 'spec' && ['http', 'tcp', 'tls'].includes(String(protocol));
  if (resource.type !== 'VirtualService' || !known || typeof index !== 'number') {
    throw new RefusedError('wrong-parent', 'Only a rule of a VirtualService can send traffic somewhere.');
  }
  return asMap(valueAt(resource.value, path));
}
