import type { Resource } from '../istio/index.ts';
import { portsOf, type Port } from '../routing/index.ts';
import { distinct, portRow } from './ids.ts';
import type { NodeRow } from './types.ts';

/** `443 HTTPS`, `80 HTTP → 443`; the protocol is left out where none is told. */
export const portLabel = (port: Port): string =>
  [String(port.number), port.protocol, ...(port.target === undefined ? [] : ['→', String(port.target)])]
    .filter(Boolean)
    .join(' ');

/** A row for each port of a Service or ServiceEntry. */
export const portRows = (resource: Resource): readonly NodeRow[] =>
  distinct(
    portsOf(resource).map((port) => ({ id: portRow(port.number), label: portLabel(port), path: port.path })),
  );
